package org.camelforce.salesforcecc.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.architecture.GeneratedSection;
import org.junit.jupiter.api.Test;

/** The README's tables of the documented examples are made of their files. */
class CoverageTest {

    private static final GeneratedSection CONTRACT = new GeneratedSection(Path.of("README.md"), "contract");

    @Test
    void readmeWhenExamplesChangeThenItsTablesAreToo() throws IOException {
        String tables = tables();

        assertThat(CONTRACT.committed())
                .as("copy %s into README.md", CONTRACT.write(tables))
                .isEqualTo(tables);
    }

    private static String tables() {
        Map<String, List<Example>> guides = Examples.all().stream()
                .collect(Collectors.groupingBy(Example::guide, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("| Guide | Sections | Examples | As documented | Differ |");
        lines.add("|---|---|---|---|---|");
        guides.forEach((guide, examples) -> lines.add(row(guide, examples)));
        lines.add(row("All", Examples.all()));
        lines.add("");
        lines.add("| Example that differs | Where | Why |");
        lines.add("|---|---|---|");
        Examples.all().forEach(example -> lines.addAll(differences(example)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> differences(Example example) {
        Map<String, List<String>> pointers = example.differs().keySet().stream()
                .collect(Collectors.groupingBy(
                        pointer -> example.differs().get(pointer), LinkedHashMap::new, Collectors.toList()));
        return pointers.entrySet().stream()
                .map(entry -> "| `%s`: %s | `%s` | %s |"
                        .formatted(
                                example.name(),
                                example.section(),
                                String.join("`, `", entry.getValue()),
                                entry.getKey()))
                .toList();
    }

    private static String row(String guide, List<Example> examples) {
        long sections = examples.stream()
                .map(example -> example.guide() + example.section())
                .distinct()
                .count();
        long differ = examples.stream()
                .filter(example -> !example.differs().isEmpty())
                .count();
        return "| %s | %d | %d | %d | %d |"
                .formatted(guide, sections, examples.size(), examples.size() - differ, differ);
    }
}
