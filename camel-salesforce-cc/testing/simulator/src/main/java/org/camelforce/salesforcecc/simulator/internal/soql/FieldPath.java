package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A field of the object queried or of one of its parents.
 *
 * @param names relationship names, nearest first, and the field's name; as written in the query
 * @param at where it is written
 */
public record FieldPath(List<String> names, Position at) {

    /** Copies the names. */
    public FieldPath {
        names = List.copyOf(names);
    }

    static FieldPath of(SoqlParser.FieldPathContext path) {
        return new FieldPath(
                path.name().stream().map(ParserRuleContext::getText).toList(), Position.of(path.getStart()));
    }

    /** @return the field's own name, without the path to it */
    public String field() {
        return names.get(names.size() - 1);
    }

    /** @return the names joined by dots */
    public String text() {
        return String.join(".", names);
    }
}
