package org.camelforce.salesforcecc.internal.migration;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which Spring Boot a project's build files name; each has a starter of its own. */
final class SpringBootMajor {

    private static final Pattern BUILD_FILE = Pattern.compile(
            "(?:.*/)?(?:pom\\.xml|[^/]*\\.gradle(?:\\.kts)?|gradle\\.properties|[^/]*\\.versions\\.toml)");
    private static final Pattern VERSION =
            Pattern.compile("spring-boot-(?:starter-parent|dependencies)</artifactId>\\s*<version>\\s*(\\d{1,4})\\."
                    + "|<(?i:spring-?boot)[\\w.-]*>\\s*(\\d{1,4})\\."
                    + "|org\\.springframework\\.boot[\"']\\)?\\s*version[\\s(\"']*(\\d{1,4})\\."
                    + "|spring-boot-dependencies:(\\d{1,4})\\."
                    + "|(?m:^)\\s*[\"']?(?i:spring-?boot)[\\w.-]*[\"']?\\s*=\\s*(?:[^\\n]*?[\"'\\s])?(\\d{1,4})\\.\\d");

    private final Set<Integer> majors = new TreeSet<>();

    /** Whether a file is a build file; {@code path} is in lower case, with {@code /}. */
    static boolean isIn(String path) {
        return BUILD_FILE.matcher(path).matches();
    }

    /** Reads a build file. */
    void read(String text) {
        Matcher version = VERSION.matcher(text);
        while (version.find()) {
            for (int group = 1; group <= version.groupCount(); group++) {
                if (version.group(group) != null) {
                    majors.add(Integer.valueOf(version.group(group)));
                }
            }
        }
    }

    /** The starter for the project; null if it is not certain which one. */
    @Nullable
    String starter() {
        if (majors.equals(Set.of(3))) {
            return "camel-salesforce-cc-starter";
        }
        return majors.equals(Set.of(4)) ? "camel-salesforce-cc-spring-boot-4-starter" : null;
    }
}
