package org.camelforce.salesforcecc.internal.operation.record;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * The record that an external id names.
 *
 * @param sObjectName the object
 * @param field the field that is an external id
 * @param value its value
 */
record ExternalId(String sObjectName, String field, String value) {

    /** Makes the body of a request while the external id is not in the record, because it is in the URL. */
    @FunctionalInterface
    interface BodyMaker {

        @Nullable
        RequestBody make(@Nullable AbstractSObjectBase record) throws SalesforceException;
    }

    /** From the record in the body, or from headers and options; the body may be the value if {@code orBody}. */
    static ExternalId of(OperationParameters parameters, boolean orBody) throws SalesforceException {
        String sObjectName = parameters.sObjectName();
        String field = parameters.requiredText(Parameter.SOBJECT_ID_NAME);
        AbstractSObjectBase record = parameters.record();
        if (record == null) {
            return new ExternalId(
                    sObjectName,
                    field,
                    orBody
                            ? parameters.requiredTextOrBody(Parameter.SOBJECT_ID_VALUE)
                            : parameters.requiredText(Parameter.SOBJECT_ID_VALUE));
        }
        Object value = new RecordProperties(record, field).value();
        if (value == null) {
            throw parameters.denied(
                    "field " + field + " of the record in the body is null, but option sObjectIdName says"
                            + " that it names the record");
        }
        return new ExternalId(sObjectName, field, value.toString());
    }

    /** Where the record is. */
    Target target(OperationParameters parameters) throws SalesforceException {
        return parameters
                .data()
                .path("sobjects")
                .path(Parameter.SOBJECT_NAME, sObjectName)
                .path(Parameter.SOBJECT_ID_NAME, field)
                .path(Parameter.SOBJECT_ID_VALUE, value);
    }

    /** Makes a body without the field; the record has it again afterwards. */
    @Nullable
    RequestBody withoutField(OperationParameters parameters, BodyMaker maker) throws SalesforceException {
        AbstractSObjectBase record = parameters.record();
        if (record == null) {
            return maker.make(null);
        }
        RecordProperties property = new RecordProperties(record, field);
        Object before = property.value();
        property.set(null);
        try {
            return maker.make(record);
        } finally {
            property.set(before);
        }
    }
}
