package org.camelforce.salesforcecc.internal.operation.raw;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;
import org.apache.camel.support.ExchangeHelper;
import org.camelforce.salesforcecc.internal.operation.HttpHeaderRules;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.operation.StreamedBodies;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.operation.UploadBodies;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.ApiRequest.Authorization;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code raw}: a request that the route writes itself. Below {@code /services/async/} the token goes as Bulk
 * API 1.0 has it (Bulk API Developer Guide, "Set a Session Header"). The body of an answer goes to the route whatever
 * its status is. With option {@code streaming}, that of a success is a stream that is read once, while it arrives.
 */
public final class RawRequest implements Operation {

    private static final String XML = "application/xml;charset=utf-8";
    private static final String BULK = "/services/async/";
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void checkOptions(OperationSettings settings) {
        String problem = problemOf(names((String) settings.option(Parameter.RAW_HTTP_HEADERS.option())));
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String method = parameters.method(Parameter.RAW_METHOD, null);
        Target target = parameters.target(Parameter.RAW_PATH, parameters.requiredText(Parameter.RAW_PATH));
        for (String name : names(parameters.text(Parameter.RAW_QUERY_PARAMETERS))) {
            target.plainQuery(name, valueOf(parameters, Parameter.RAW_QUERY_PARAMETERS, name));
        }
        String mediaType =
                "XML".equals(String.valueOf(parameters.settings().option("format"))) ? XML : JsonBodies.MEDIA_TYPE;
        ApiRequest.Builder request =
                parameters.request(method, target).header("Accept", mediaType).header("Content-Type", mediaType);
        for (String name : httpHeaders(parameters)) {
            request.replaceHeader(name, valueOf(parameters, Parameter.RAW_HTTP_HEADERS, name));
        }
        return request.body(body(parameters, method, mediaType))
                .authorization(target.toString().startsWith(BULK) ? Authorization.SESSION_HEADER : Authorization.BEARER)
                .answer(StreamedBodies.mode(parameters))
                .build();
    }

    private static List<String> httpHeaders(OperationParameters parameters) throws SalesforceException {
        List<String> names = names(parameters.text(Parameter.RAW_HTTP_HEADERS));
        String problem = problemOf(names);
        if (problem != null) {
            throw parameters.denied(problem);
        }
        return names;
    }

    private static @Nullable String problemOf(List<String> httpHeaders) {
        for (String name : httpHeaders) {
            if (!HttpHeaderRules.isName(name)) {
                return "rawHttpHeaders names " + OutsideText.said(name)
                        + ", which no HTTP header can have as its name; remove it from the list";
            }
        }
        return httpHeaders.stream()
                .filter(HttpHeaderRules::isNeverFromAMessage)
                .findFirst()
                .map(name ->
                        "rawHttpHeaders names " + name + ", which the component sets itself; remove it from the list")
                .orElse(null);
    }

    private static List<String> names(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static String valueOf(OperationParameters parameters, Parameter list, String name)
            throws SalesforceException {
        Object value = parameters.message().getHeader(name);
        if (value == null) {
            throw parameters.denied(list.option() + " names header " + name + ", which is missing");
        }
        return value.toString();
    }

    /** What else a message has in its body, a list or a map for example, is not meant for a request that needs none. */
    private static @Nullable RequestBody body(OperationParameters parameters, String method, String mediaType)
            throws SalesforceException {
        Object body = parameters.message().getBody();
        boolean isMeant = METHODS_WITH_BODY.contains(method);
        if (isMeant && body instanceof AbstractDTOBase) {
            return new BytesBody(mediaType, JsonBodies.bytesOf(parameters, body));
        }
        if (body instanceof String) {
            // in the charset of the exchange, which rawHttpHeaders may tell
            return new BytesBody(mediaType, parameters.requiredBody(byte[].class));
        }
        Charset charset = Charset.forName(ExchangeHelper.getCharsetName(parameters.exchange()));
        RequestBody upload = UploadBodies.find(parameters, mediaType, charset);
        if (upload != null) {
            return upload;
        }
        if (isMeant && body != null) {
            throw parameters.denied("the body must be an object of a class that extends AbstractDTOBase, a file, text,"
                    + " bytes or a stream, but is of type " + body.getClass().getName());
        }
        return null;
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return StreamedBodies.of(answer, parameters);
    }

    @Override
    public SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        return RequestErrors.ofAny(answer);
    }

    @Override
    public @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
