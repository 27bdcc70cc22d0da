package org.camelforce.salesforcecc.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code META-INF/THIRD-PARTY.txt} of the modules says; the release profile writes it. */
final class ThirdParty {

    private static final Pattern ENTRY =
            Pattern.compile("(?m)^\\S.*\\(([^():]+):([^():]+):([^():]+)\\)(, inside)?\n {4}([^,\n]+)");

    private final Map<String, String> licenses = new TreeMap<>();
    private final Set<String> inside = new TreeSet<>();

    void read(Path module) throws IOException {
        Matcher entry = ENTRY.matcher(Files.readString(module.resolve("target/classes/META-INF/THIRD-PARTY.txt")));
        while (entry.find()) {
            Library library = new Library(entry.group(1), entry.group(2), entry.group(3));
            licenses.put(library.text(), entry.group(5));
            licenses.put(library.group() + ":" + library.artifact(), entry.group(5));
            licenses.put(library.group(), entry.group(5));
            if (entry.group(4) != null) {
                inside.add(library.text());
            }
        }
    }

    /** What the shaded jar contains, as {@code group:artifact:version}. */
    Set<String> inside() {
        return inside;
    }

    /** That of the library; or of another version, or of another library of its group, or of the group above. */
    String license(Library library) {
        String license =
                licenses.getOrDefault(library.text(), licenses.get(library.group() + ":" + library.artifact()));
        String group = library.group();
        while (license == null && !group.isEmpty()) {
            license = licenses.get(group);
            group = group.substring(0, Math.max(0, group.lastIndexOf('.')));
        }
        if (license == null) {
            throw new IllegalStateException("no license of " + library);
        }
        return license;
    }
}
