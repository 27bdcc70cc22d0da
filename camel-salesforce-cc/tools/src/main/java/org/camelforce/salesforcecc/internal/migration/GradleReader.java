package org.camelforce.salesforcecc.internal.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Recognises artifacts and properties in Gradle's build files; coordinates in quotes are certain. */
final class GradleReader implements SourceReader {

    private static final Pattern COORDINATES =
            Pattern.compile("org\\.apache\\.camel(?:\\.springboot)?:(camel-salesforce(?:-starter)?)(?::[^:@\"']*)?");

    private final MigrationTarget target;
    private final SpringBootMajor starter;

    GradleReader(MigrationTarget target, SpringBootMajor starter) {
        this.target = target;
        this.starter = starter;
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
                boolean component = coordinates.group(1).equals(MavenBuild.COMPONENT);
                artifact(source, literal, component ? MavenBuild.NEW_COMPONENT : starter.starter(), places);
            }
        }
        parts.code().forEach(code -> Recognizer.read(source, code, places));
    }

    private void artifact(Source source, Range literal, @Nullable String name, Places places) {
        if (name == null) {
            places.look(Kind.MOVE, source, literal.start(), MavenBuild.STARTERS);
            return;
        }
        String artifact = MavenBuild.GROUP + ":" + name + ":";
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
