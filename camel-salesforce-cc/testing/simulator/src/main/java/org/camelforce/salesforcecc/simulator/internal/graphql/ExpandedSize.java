package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a document whose fragments stand for too many fields, before anything follows them: twenty fragments that
 * each name the next one twice stand for a million.
 */
final class ExpandedSize extends SimplePerformantInstrumentation {

    private static final int MAX_FIELDS = 15_000;

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables document,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        Count count = new Count(document.getDocument());
        boolean tooLarge = document.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                .anyMatch(operation -> count.of(operation.getSelectionSet()) > MAX_FIELDS);
        if (tooLarge) {
            throw new AbortExecutionException("The query selects more than " + MAX_FIELDS + " fields");
        }
        return document;
    }

    /** Counts the fields of a document, those of each fragment once. */
    private static final class Count {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Long> sizes = new HashMap<>();

        Count(Document document) {
            fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .collect(
                            Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, next) -> first));
        }

        long of(@Nullable SelectionSet selected) {
            long size = 0;
            if (selected != null) {
                for (Selection<?> selection : selected.getSelections()) {
                    size = Math.min(size + of(selection), MAX_FIELDS + 1L);
                }
            }
            return size;
        }

        private long of(Selection<?> selection) {
            if (selection instanceof Field field) {
                return 1 + of(field.getSelectionSet());
            }
            if (selection instanceof InlineFragment fragment) {
                return of(fragment.getSelectionSet());
            }
            return selection instanceof FragmentSpread spread ? ofFragment(spread.getName()) : 0;
        }

        private long ofFragment(String name) {
            Long known = sizes.get(name);
            if (known != null) {
                return known;
            }
            // what names itself is refused later
            sizes.put(name, 0L);
            FragmentDefinition fragment = fragments.get(name);
            // a spread counts, too, so that empty ones cannot multiply
            long size = 1 + (fragment == null ? 0 : of(fragment.getSelectionSet()));
            sizes.put(name, size);
            return size;
        }
    }
}
