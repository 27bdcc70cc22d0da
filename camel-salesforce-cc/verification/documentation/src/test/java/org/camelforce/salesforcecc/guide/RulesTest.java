package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of rules has a row for each prefix of a test's name, and names the classes that have such tests. */
class RulesTest {

    private static final Pattern TEST = Pattern.compile("\\bvoid ([a-z]\\d+)[A-Z]\\w*\\(");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]\\d+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private static final String VECTORS =
            "camel-salesforce-cc/component/src/test/resources/token-lifecycle-vectors.json";

    /** If it fails, correct the third column of the rows that differ. */
    @Test
    void rowsWhenComparedWithTheNamesOfTestsThenEachPrefixHasOneWithItsClasses() throws IOException {
        assertThat(rows()).containsExactlyInAnyOrderEntriesOf(tests());
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Project.page("rules.md"));
        while (row.find()) {
            String classes = CODE.matcher(row.group(2))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.joining(", "));
            assertThat(rows.put(row.group(1), classes))
                    .as("a second row of %s", row.group(1))
                    .isNull();
        }
        return rows;
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        BiConsumer<String, String> add = (prefix, name) ->
                tests.computeIfAbsent(prefix, none -> new TreeSet<>()).add(name);
        for (Path file : new Repository(Project.ROOT).files(".java")) {
            if (file.toString().contains("/src/test/java/")) {
                String name = String.valueOf(file.getFileName()).replace(".java", "");
                TEST.matcher(Files.readString(file)).results().forEach(test -> add.accept(test.group(1), name));
            }
        }
        for (JsonNode vector : new ObjectMapper().readTree(Files.readString(Project.ROOT.resolve(VECTORS)))) {
            add.accept(vector.path("rule").asText().toLowerCase(Locale.ROOT), "TokenLifecycleVectorsTest");
        }
        Map<String, String> joined = new TreeMap<>();
        tests.forEach((prefix, classes) -> joined.put(prefix, String.join(", ", classes)));
        return joined;
    }
}
