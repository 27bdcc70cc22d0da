package org.camelforce.salesforcecc.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a module brings at run time, each as {@code group:artifact:version}: resolved by its build, or listed on the
 * page.
 */
public final class RuntimeDependencies {

    /** Where a build lists them, relative to the module. */
    public static final Path LIST = Path.of("target/dependencies.txt");

    private static final Pattern RESOLVED =
            Pattern.compile("(?m)^ +([^: ]+):([^: ]+):jar:(?:[^: ]+:)?([^: ]+):(?:compile|runtime)( \\(optional\\))?");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^|]+)` \\| `([^`]+)` \\| [^|]* \\| [^|]+ \\| `([^|]+)` \\|$");
    private static final String BETWEEN_NAMES = "`, `";

    private RuntimeDependencies() {}

    /**
     * @param list what a module's build has written
     * @param isOptionalToo whether optional ones count
     * @return those of others
     * @throws IOException if there is no list
     */
    public static Set<String> resolved(Path list, boolean isOptionalToo) throws IOException {
        return RESOLVED.matcher(Files.readString(list))
                .results()
                .filter(found -> isOptionalToo || found.group(4) == null)
                .filter(found -> !found.group(1).equals("org.camelforce"))
                .map(found -> found.group(1) + ":" + found.group(2) + ":" + found.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param page the text of {@code src/docs/dependencies.md}
     * @param module the page's name of the module
     * @return those in rows that name the module
     */
    public static Set<String> listed(String page, String module) {
        Set<String> listed = new TreeSet<>();
        ROW.matcher(page).results().filter(row -> isOf(row, module)).forEach(row -> Arrays.stream(
                        row.group(2).split(BETWEEN_NAMES))
                .forEach(artifact -> listed.add(row.group(1) + ":" + artifact + ":" + row.group(3))));
        return listed;
    }

    private static boolean isOf(MatchResult row, String module) {
        return Arrays.asList(row.group(4).split(BETWEEN_NAMES)).contains(module);
    }
}
