package org.camelforce.salesforcecc.simulator.internal.graphql;

import java.util.Optional;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;

/** The GraphQL types that stand for the data types of fields (GraphQL API Developer Guide, "Field Operators"). */
enum ValueType {
    ID("ID", "IdOperators", Form.TEXT, false),
    STRING("String", "StringOperators", Form.TEXT, false),
    TEXT_AREA("TextArea", "TextAreaOperators", Form.TEXT, false),
    LONG_TEXT_AREA("LongTextArea", "LongTextAreaOperators", Form.TEXT, false),
    PICKLIST("Picklist", "PicklistOperators", Form.TEXT, false),
    MULTI_PICKLIST("MultiPicklist", "MultiPicklistOperators", Form.TEXT, false),
    EMAIL("Email", "EmailOperators", Form.TEXT, false),
    PHONE("PhoneNumber", "PhoneNumberOperators", Form.TEXT, false),
    URL("Url", "UrlOperators", Form.TEXT, false),
    BOOLEAN("Boolean", "BooleanOperators", Form.BOOLEAN, false),
    INT("Int", "IntegerOperators", Form.NUMBER, true),
    DOUBLE("Double", "DoubleOperators", Form.NUMBER, true),
    CURRENCY("Currency", "CurrencyOperators", Form.NUMBER, true),
    PERCENT("Percent", "PercentOperators", Form.NUMBER, true),
    DATE("Date", "DateOperators", Form.DATE, true),
    DATE_TIME("DateTime", "DateTimeOperators", Form.DATE, true);

    /** How values are written. */
    enum Form {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE
    }

    private static final int LONGEST_TEXT_AREA = 255;

    private final String scalar;
    private final String operators;
    private final Form form;
    private final boolean formatted;

    ValueType(String scalar, String operators, Form form, boolean formatted) {
        this.scalar = scalar;
        this.operators = operators;
        this.form = form;
        this.formatted = formatted;
    }

    /** The type of a field; empty for blobs and compound fields. */
    static Optional<ValueType> of(FieldDefinition field) {
        return switch (field.type()) {
            case ID, REFERENCE -> Optional.of(ID);
            case STRING -> Optional.of(STRING);
            case TEXTAREA -> Optional.of(field.length() > LONGEST_TEXT_AREA ? LONG_TEXT_AREA : TEXT_AREA);
            case PICKLIST -> Optional.of(PICKLIST);
            case MULTIPICKLIST -> Optional.of(MULTI_PICKLIST);
            case EMAIL -> Optional.of(EMAIL);
            case PHONE -> Optional.of(PHONE);
            case URL -> Optional.of(URL);
            case BOOLEAN -> Optional.of(BOOLEAN);
            case INT -> Optional.of(INT);
            case DOUBLE -> Optional.of(DOUBLE);
            case CURRENCY -> Optional.of(CURRENCY);
            case PERCENT -> Optional.of(PERCENT);
            case DATE -> Optional.of(DATE);
            case DATETIME -> Optional.of(DATE_TIME);
            case BASE64, ADDRESS -> Optional.empty();
        };
    }

    /** Name of the scalar type of the values. */
    String scalar() {
        return scalar;
    }

    /** Name of the type of a field with such a value. */
    String value() {
        return scalar + "Value";
    }

    /** Name of the type that filters have. */
    String operators() {
        return operators;
    }

    /** Name of what dates are compared with, which may be relative to today. */
    String input() {
        return scalar + "Input";
    }

    Form form() {
        return form;
    }

    /** Whether people read something else than the value. */
    boolean isFormatted() {
        return formatted;
    }
}
