package org.camelforce.salesforcecc.simulator.internal.data.random;

/** What values a field has. */
enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    BOOL,
    DAY,
    MOMENT,
    LIST;

    boolean isGroupable() {
        return this == TEXT || this == WHOLE || this == BOOL || this == DAY;
    }

    boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }
}
