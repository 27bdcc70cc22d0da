package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** What a query has to select for the nodes of a connection. */
final class SelectedColumns {

    private final ObjectNames names;
    private final Set<String> paths = new LinkedHashSet<>();
    private final Map<String, String> aliases = new HashMap<>();

    private SelectedColumns(ObjectNames names) {
        this.names = names;
    }

    static SelectedColumns of(ObjectNames names, SObjectDefinition object, DataFetchingFieldSelectionSet connection) {
        SelectedColumns columns = new SelectedColumns(names);
        columns.paths.add(ObjectNames.ID);
        within(connection, "edges")
                .flatMap(edge -> within(edge.getSelectionSet(), "node"))
                .forEach(node -> columns.add(object, node.getSelectionSet(), ""));
        return columns;
    }

    /** The select list. */
    String text() {
        List<String> items = new ArrayList<>(paths);
        aliases.forEach((path, alias) -> items.add("FORMAT(" + path + ") " + alias));
        return String.join(", ", items);
    }

    /** What the column is called that has a value as people read it. */
    Optional<String> formatted(String path) {
        return Optional.ofNullable(aliases.get(path));
    }

    private void add(SObjectDefinition object, DataFetchingFieldSelectionSet selection, String prefix) {
        paths.add(prefix + ObjectNames.ID);
        for (SelectedField selected : selection.getImmediateFields()) {
            String name = selected.getName();
            FieldDefinition field = ObjectNames.values(object).get(name);
            if (field != null) {
                paths.add(prefix + name);
                if (ValueType.of(field).orElseThrow().isFormatted()
                        && selected.getSelectionSet().contains("displayValue")) {
                    aliases.computeIfAbsent(prefix + name, path -> "formatted" + aliases.size());
                }
            } else {
                names.parent(object, name)
                        .ifPresent(parent -> add(parent, selected.getSelectionSet(), prefix + name + "."));
            }
        }
    }

    private static Stream<SelectedField> within(DataFetchingFieldSelectionSet selection, String name) {
        return selection.getImmediateFields().stream()
                .filter(field -> field.getName().equals(name));
    }
}
