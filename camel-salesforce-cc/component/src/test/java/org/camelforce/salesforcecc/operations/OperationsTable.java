package org.camelforce.salesforcecc.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;
import org.camelforce.salesforcecc.operations.ParityDifference.Kind;

/** The table of the operations in Markdown: what each call of each operation has come to, with both components. */
final class OperationsTable {

    private final List<Comparison> comparisons;

    OperationsTable(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        int operations = OperationName.values().length;
        int forms = Form.values().length;
        int inPart = differences(Kind.VARIES).size() * forms;
        String counts = "%d operations, %d calls with each component."
                + " %d cells compared in full, %d in part, %d intended differences.";
        lines.add(counts.formatted(
                operations,
                comparisons.size(),
                operations * forms * Result.values().length - inPart,
                inPart,
                differences(Kind.INTENDED).size()));
        lines.add("");
        lines.add("| Operation | `salesforce`: DTO answered | DTO denied | raw answered | raw denied"
                + " | `salesforce-cc`: DTO answered | DTO denied | raw answered | raw denied |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        Arrays.stream(OperationName.values()).forEach(operation -> lines.add(row(operation)));
        lines.add("");
        lines.addAll(differences(Kind.INTENDED, "Intended difference"));
        lines.add("");
        lines.addAll(differences(Kind.VARIES, "Compared in part"));
        return String.join("\n", lines) + "\n";
    }

    private String row(OperationName operation) {
        return "| `%s` | %s | %s |"
                .formatted(operation.value(), half(operation, Comparison::upstream), half(operation, Comparison::ours));
    }

    private String half(OperationName operation, Function<Comparison, Outcome> side) {
        List<String> cells = new ArrayList<>();
        for (Form form : Form.values()) {
            for (Result result : Result.values()) {
                boolean asDto = form == Form.RAW && RawPayload.isIgnoredBy(operation);
                cells.add(asDto ? "as DTO" : cell(operation, form, result, side));
            }
        }
        return String.join(" | ", cells);
    }

    private String cell(OperationName operation, Form form, Result result, Function<Comparison, Outcome> side) {
        return comparisons.stream()
                .filter(made -> made.operationCase().operation() == operation
                        && made.operationCase().form() == form
                        && made.operationCase().result() == result)
                .map(made -> ParityDifference.varies(made.operationCase())
                        ? "varies"
                        : side.apply(made).summary())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<String> differences(Kind kind, String title) {
        List<String> lines = new ArrayList<>();
        lines.add("| %s | Call | Parts | Why |".formatted(title));
        lines.add("|---|---|---|---|");
        differences(kind).forEach(difference -> lines.add(row(difference)));
        return lines;
    }

    private static List<ParityDifference> differences(Kind kind) {
        return ParityDifference.all().stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    private static String row(ParityDifference difference) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        difference.operation().value(),
                        difference.result().name().toLowerCase(Locale.ROOT),
                        difference.parts().stream().sorted().collect(Collectors.joining(", ")),
                        difference.reason());
    }
}
