package org.camelforce.salesforcecc.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.migration.Place.Kind;
import org.camelforce.salesforcecc.migration.Places.Range;

/** Recognises artifacts and properties in Gradle's build files; coordinates in quotes are certain. */
final class GradleReader implements SourceReader {

    private static final Pattern COORDINATES =
            Pattern.compile("org\\.apache\\.camel(?:\\.springboot)?:(camel-salesforce(?:-starter)?)(?::[^:@\"']*)?");

    private final MigrationTarget target;

    GradleReader(MigrationTarget target) {
        this.target = target;
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".gradle") || path.endsWith(".gradle.kts");
    }

    @Override
    public void read(Source source, Places places) {
        Comments.Parts parts = Comments.slashed(source);
        for (Range literal : parts.literals()) {
            Matcher coordinates = COORDINATES.matcher(source.text()).region(literal.start(), literal.end());
            if (coordinates.matches()) {
                String artifact = MavenBuild.GROUP + ":" + MavenBuild.ARTIFACTS.get(coordinates.group(1)) + ":";
                String version = target.version();
                places.fill(
                        Kind.MOVE,
                        source,
                        literal,
                        artifact + target.shownVersion(),
                        version == null ? null : artifact + version,
                        "the artifact that is replaced");
            }
        }
        parts.code().forEach(code -> Recognizer.read(source, code, places));
    }
}
