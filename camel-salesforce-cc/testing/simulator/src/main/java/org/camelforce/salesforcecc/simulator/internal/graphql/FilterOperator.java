package org.camelforce.salesforcecc.simulator.internal.graphql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The operators of filters, and what they are in SOQL (GraphQL API Developer Guide, "Field Operators"). */
enum FilterOperator {
    EQ("="),
    NE("!="),
    LT("<"),
    LTE("<="),
    GT(">"),
    GTE(">="),
    LIKE("LIKE"),
    IN("IN"),
    NIN("NOT IN"),
    INCLUDES("INCLUDES"),
    EXCLUDES("EXCLUDES");

    private final String soql;

    FilterOperator(String soql) {
        this.soql = soql;
    }

    /** The operators that a type has. */
    static List<FilterOperator> of(ValueType type) {
        return Arrays.stream(values())
                .filter(operator -> switch (operator) {
                    case EQ, NE -> true;
                    case INCLUDES, EXCLUDES -> type == ValueType.MULTI_PICKLIST;
                    case IN, NIN -> type != ValueType.BOOLEAN;
                    case LIKE -> type.form() == ValueType.Form.TEXT && type != ValueType.ID;
                    case LT, LTE, GT, GTE -> type != ValueType.BOOLEAN && type != ValueType.MULTI_PICKLIST;
                })
                .toList();
    }

    boolean isList() {
        return this == IN || this == NIN || this == INCLUDES || this == EXCLUDES;
    }

    /** Its name in a filter. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String soql() {
        return soql;
    }
}
