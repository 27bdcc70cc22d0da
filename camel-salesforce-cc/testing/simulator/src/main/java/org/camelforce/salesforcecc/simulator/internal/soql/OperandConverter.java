package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/** Turns the values of a query into values for the database, checked against the field that they are compared with. */
final class OperandConverter {

    private final String text;

    OperandConverter(String text) {
        this.text = text;
    }

    /** Answers the value of a literal that is neither null nor a span of days. */
    Object value(Term term, Literal literal) {
        FieldDefinition field = term.field();
        FieldType type = field.type();
        if (type.isId() && literal instanceof Literal.Text id) {
            if (!SalesforceId.isWellFormed(id.value())) {
                throw error(term, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + id.value());
            }
            return SalesforceId.to18(id.value());
        }
        if (type.isText() && literal instanceof Literal.Text string) {
            return string.value();
        }
        if (type == FieldType.BOOLEAN && literal instanceof Literal.Bool bool) {
            return bool.value();
        }
        if ((type == FieldType.INT || type.isDecimal()) && literal instanceof Literal.Numeric number) {
            return number.value();
        }
        if (type == FieldType.DATE && literal instanceof Literal.Day day) {
            return day.value();
        }
        if (type == FieldType.DATETIME && literal instanceof Literal.Moment moment) {
            return LocalDateTime.ofInstant(moment.value(), ZoneOffset.UTC);
        }
        throw wrongType(term);
    }

    /** Answers the first moment of a day, in the type of the field's column. */
    Object dayStart(Term term, LocalDate day) {
        return switch (term.field().type()) {
            case DATE -> day;
            case DATETIME -> day.atStartOfDay();
            default -> throw wrongType(term);
        };
    }

    private ApiException wrongType(Term term) {
        FieldType type = term.field().type();
        boolean quoted = type.isText() || type.isId();
        String soapType = type.soapType();
        return error(
                term,
                "INVALID_FIELD",
                "value of filter criterion for field '" + term.text() + "' must be of type "
                        + (quoted ? "string" : soapType.substring(soapType.indexOf(':') + 1)) + " and should "
                        + (quoted ? "" : "not ") + "be enclosed in quotes");
    }

    ApiException error(Term term, String errorCode, String message) {
        return SoqlError.at(text, term.at(), errorCode, message);
    }
}
