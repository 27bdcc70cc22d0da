package org.camelforce.salesforcecc.internal.operation.resource;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getEventSchema}: the schema of a platform event, by its name or the schema's id (Platform Events
 * Developer Guide, "Get the Event Schema"). It needs version 40.0 of the API.
 */
public final class EventSchema implements Operation {

    private static final double MIN_VERSION = 40.0;
    private static final String DEFAULT_FORMAT = "EXPANDED";

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target data = parameters.data();
        if (Double.parseDouble(parameters.requiredText(Parameter.API_VERSION)) < MIN_VERSION) {
            throw parameters.denied("it needs version 40.0 of the API or a later one. Set option apiVersion");
        }
        return parameters
                .json(
                        "GET",
                        of(parameters, data).query("payloadFormat", Parameter.EVENT_SCHEMA_FORMAT, format(parameters)))
                .build();
    }

    private static Target of(OperationParameters parameters, Target data) throws SalesforceException {
        String name = parameters.text(Parameter.EVENT_NAME);
        if (name != null) {
            return data.path("sobjects").path(Parameter.EVENT_NAME, name).path("eventSchema");
        }
        String id = parameters.text(Parameter.EVENT_SCHEMA_ID);
        if (id == null) {
            throw parameters.denied("eventName and eventSchemaId are missing. Set one of these options, or header"
                    + " CamelSalesforceEventName or CamelSalesforceEventSchemaId");
        }
        return data.path("event").path("eventSchema").path(Parameter.EVENT_SCHEMA_ID, id);
    }

    private static String format(OperationParameters parameters) throws SalesforceException {
        Object format = parameters.value(Parameter.EVENT_SCHEMA_FORMAT, Object.class);
        return format == null ? DEFAULT_FORMAT : format.toString();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
