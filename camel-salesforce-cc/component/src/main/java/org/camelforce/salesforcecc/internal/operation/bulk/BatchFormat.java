package org.camelforce.salesforcecc.internal.operation.bulk;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.jspecify.annotations.Nullable;

/** The format of a batch (Bulk API 2.0 and Bulk API Developer Guide, "Set the Content-Type Header"). */
final class BatchFormat {

    private BatchFormat() {}

    /** The media type that an option or a header says. */
    static String mediaType(OperationParameters parameters) throws SalesforceException {
        return mediaType(parameters, null);
    }

    /** The media type of a job's batches. */
    static String mediaType(OperationParameters parameters, @Nullable ContentType ofJob) throws SalesforceException {
        ContentType type = ofJob == null ? chosen(parameters) : ofJob;
        String mediaType =
                switch (type) {
                    case CSV -> "text/csv";
                    case XML -> "application/xml";
                    case JSON -> "application/json";
                    case ZIP_CSV -> "zip/csv";
                    case ZIP_XML -> "zip/xml";
                    case ZIP_JSON -> "zip/json";
                };
        return mediaType + ";charset=UTF-8";
    }

    private static ContentType chosen(OperationParameters parameters) throws SalesforceException {
        Object value = parameters.value(Parameter.CONTENT_TYPE, Object.class);
        String text = parameters.required(
                Parameter.CONTENT_TYPE,
                value instanceof ContentType type ? type.value() : value == null ? null : value.toString(),
                "option contentType or header CamelSalesforceContentType");
        return Arrays.stream(ContentType.values())
                .filter(type -> type.value().equals(text))
                .findFirst()
                .orElseThrow(() -> parameters.denied("contentType must be one of "
                        + Arrays.stream(ContentType.values())
                                .map(ContentType::value)
                                .collect(Collectors.joining(", "))));
    }
}
