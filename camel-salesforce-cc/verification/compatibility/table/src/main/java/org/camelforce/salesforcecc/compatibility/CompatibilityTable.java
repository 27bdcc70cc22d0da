package org.camelforce.salesforcecc.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page {@code src/docs/compatibility.md}, made of the reports of the tests with each Camel. */
public final class CompatibilityTable {

    private static final String INTRODUCTION =
            """
            # Versions of Camel

            *This page is generated. To generate it again, run:
            `mvn -B -ntp -T1 -fae -Pnightly verify` with JDK 17, then with JDK 25.*

            This page lists the versions of Camel and Java that the component is tested with. The component's jar is compiled with Camel
            4.18.0. The tests of the component, the Kamelets, and the quickstart run with each version in the table. Their classes are
            compiled once, so every version is tested with the same bytes.
            [The module](../../camel-salesforce-cc/verification/compatibility/README.md) describes how.

            If Camel is older than the versions in the table, the component does not start, and the message says which version to use. If
            Camel is newer, the component starts and logs one warning.

            """;
    private static final String HEAD =
            """
            | Camel | camel-salesforce | with | JDK | tests run | failed | skipped |
            |---|---|---|---|---|---|---|
            """;
    private static final Pattern ROW =
            Pattern.compile("\\| (\\S+) \\| (\\S+) \\| .* \\| (\\d+) \\| \\d+ \\| \\d+ \\| \\d+ \\|");
    private static final Pattern REASON = Pattern.compile("- (.+)");

    private CompatibilityTable() {}

    /**
     * Writes the results into the page. Rows of other versions and JDKs stay.
     *
     * @param arguments the page, then the folders with the reports of one run each, separated by commas; the first
     *     folder of a run names the versions
     * @throws IOException if there are no reports, or the page cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        List<TestResults> results = new ArrayList<>();
        for (String folders : Arrays.asList(arguments).subList(1, arguments.length)) {
            results.add(TestResults.of(
                    Arrays.stream(folders.split(",")).map(Path::of).toList()));
        }
        String before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(page, markdown(before, results));
    }

    /** The page, with these results instead of earlier ones with the same versions. */
    static String markdown(String before, List<TestResults> results) {
        TreeMap<String, String> rows = new TreeMap<>();
        TreeSet<String> reasons = new TreeSet<>();
        before.lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            Matcher reason = REASON.matcher(line);
            if (row.matches()) {
                rows.put(key(row.group(2), row.group(3)), line);
            } else if (reason.matches()) {
                reasons.add(reason.group(1));
            }
        });
        for (TestResults result : results) {
            rows.put(key(result.versions().salesforce(), result.java()), row(result));
            reasons.addAll(result.reasons());
        }
        return INTRODUCTION
                + HEAD
                + String.join("\n", rows.values())
                + "\n"
                + (reasons.isEmpty() ? "" : "\nWhy tests are skipped:\n\n- " + String.join("\n- ", reasons) + "\n");
    }

    private static String row(TestResults result) {
        return "| %s | %s | %s | %s | %d | %d | %d |"
                .formatted(
                        result.versions().camel(),
                        result.versions().salesforce(),
                        result.versions().libraries(),
                        result.java(),
                        result.run(),
                        result.failed(),
                        result.skipped());
    }

    private static String key(String version, String java) {
        return version + " " + java;
    }
}
