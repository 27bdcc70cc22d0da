package org.camelforce.salesforcecc.internal.operation;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange says about its request: headers that begin with {@code CamelSalesforce}, then the endpoint's
 * options, then the body where an operation takes it from there. Headers without that prefix count with
 * {@code legacyHeaders} alone. Used by one exchange.
 */
public final class OperationParameters {

    private static final String HTTP_HEADER = Parameter.HEADER_PREFIX + "HttpHeader.";

    private final OperationSettings settings;
    private final Exchange exchange;
    private final Message message;

    /**
     * @param settings what the endpoint says
     * @param exchange what the message says
     */
    public OperationParameters(OperationSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
        this.message = exchange.getIn();
    }

    /** @return what the endpoint says */
    public OperationSettings settings() {
        return settings;
    }

    /** @return the exchange */
    public Exchange exchange() {
        return exchange;
    }

    /** @return the message that asks */
    public Message message() {
        return message;
    }

    /**
     * @param parameter what to look for
     * @return its value, null if neither a header nor an option has one
     * @throws SalesforceException if it is no text
     */
    public @Nullable String text(Parameter parameter) throws SalesforceException {
        return value(parameter, String.class);
    }

    /**
     * @param parameter what to look for
     * @return its value
     * @throws SalesforceException if neither a header nor an option has one
     */
    public String requiredText(Parameter parameter) throws SalesforceException {
        return required(
                parameter, text(parameter), "option " + parameter.option() + " or header " + parameter.header());
    }

    /**
     * @param parameter what to look for
     * @return its value, which may be the body's
     * @throws SalesforceException if there is none
     */
    public String requiredTextOrBody(Parameter parameter) throws SalesforceException {
        String value = text(parameter);
        return required(
                parameter,
                value == null ? message.getBody(String.class) : value,
                "option " + parameter.option() + ", header " + parameter.header() + " or the body");
    }

    /**
     * @param parameter what to look for
     * @param otherwise what holds if there is no value
     * @return its value
     * @throws SalesforceException if it is neither true nor false
     */
    public boolean flag(Parameter parameter, boolean otherwise) throws SalesforceException {
        Boolean value = value(parameter, Boolean.class);
        return value == null ? otherwise : value;
    }

    /**
     * @param parameter what to look for
     * @param otherwise what holds if there is no value, null if there must be one
     * @return an HTTP method in capital letters
     * @throws SalesforceException if it is none
     */
    public String method(Parameter parameter, @Nullable String otherwise) throws SalesforceException {
        String value = text(parameter);
        String method =
                (value == null && otherwise != null ? otherwise : requiredText(parameter)).toUpperCase(Locale.ROOT);
        if (Rule.METHOD.written(method) == null) {
            throw denied(parameter.named() + " must be " + Rule.METHOD.description());
        }
        return method;
    }

    /**
     * @param parameter what to look for
     * @param orBody whether the body may have it
     * @return its values: a list, or a text with commas between them
     * @throws SalesforceException if there are none
     */
    public List<String> requiredTexts(Parameter parameter, boolean orBody) throws SalesforceException {
        Object value = value(parameter, Object.class);
        if (value == null && orBody) {
            value = message.getBody();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (value instanceof String text) {
            return List.of(text.split(","));
        }
        throw denied(parameter.named() + " must be a list, or a text with commas between its parts");
    }

    /**
     * @param type of the body
     * @param <T> of the body
     * @return the body
     * @throws SalesforceException if it is none of that type
     */
    public <T> T requiredBody(Class<T> type) throws SalesforceException {
        T body = message.getBody(type);
        if (body == null) {
            Object actual = message.getBody();
            throw denied("the body must be of type " + type.getName() + ", but is "
                    + (actual == null ? "null" : "of type " + actual.getClass().getName()));
        }
        return body;
    }

    /**
     * @param parameter what to look for
     * @param type of the value
     * @param <T> of the value
     * @return its value, null if neither a header nor an option has one
     * @throws SalesforceException if it is of another type
     */
    public <T> @Nullable T value(Parameter parameter, Class<T> type) throws SalesforceException {
        Object value = header(parameter);
        if (value == null) {
            value = settings.option(parameter.option());
        }
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        try {
            return exchange.getContext().getTypeConverter().mandatoryConvertTo(type, exchange, value);
        } catch (NoTypeConversionAvailableException | RuntimeException e) {
            throw denied(parameter.named() + " cannot be converted to " + type.getSimpleName());
        }
    }

    /** Whether a header, and not an option, says so. */
    private @Nullable Object header(Parameter parameter) {
        if (!message.hasHeaders()) {
            return null;
        }
        Object value = message.getHeader(parameter.header());
        return value == null && settings.legacyHeaders() ? message.getHeader(parameter.option()) : value;
    }

    /**
     * @param problem what is wrong, with the name of the parameter
     * @return an exception that says so
     */
    public RequestRefusedException denied(String problem) {
        return new RequestRefusedException("The request of " + settings.operation() + " was not sent: " + problem);
    }

    /** @return the record in the body, null if the body is none */
    public @Nullable AbstractSObjectBase record() {
        Object body = message.getBody();
        if (body instanceof AbstractSObjectBase record) {
            return record;
        }
        // the usual bodies of text cannot become a record, and to ask Camel's type converters takes long
        return body == null || body instanceof CharSequence || body instanceof byte[] || body instanceof InputStream
                ? null
                : message.getBody(AbstractSObjectBase.class);
    }

    /**
     * @return the name of the object, from a header, an option or the record's class
     * @throws SalesforceException if nothing says so
     */
    public String sObjectName() throws SalesforceException {
        String name = text(Parameter.SOBJECT_NAME);
        if (name != null) {
            return name;
        }
        AbstractSObjectBase record = record();
        if (record == null) {
            throw denied(
                    "it needs the name of an object. Set option sObjectName, header CamelSalesforceSObjectName, or a"
                            + " body of a class that extends AbstractSObjectBase");
        }
        return record.getClass().getSimpleName();
    }

    /**
     * @return the id of the record in the body, or the one from a header, an option or a body of text
     * @throws SalesforceException if nothing says so
     */
    public String sObjectId() throws SalesforceException {
        AbstractSObjectBase record = record();
        return record == null
                ? requiredTextOrBody(Parameter.SOBJECT_ID)
                : required(Parameter.SOBJECT_ID, record.getId(), "property Id of the record in the body");
    }

    /**
     * @return the path of the API's resources, to be gone on with
     * @throws SalesforceException if the version of the API is none
     */
    public Target data() throws SalesforceException {
        return new Target(settings.operation(), "/services/data").path("v" + apiVersion());
    }

    /**
     * @return the path of Bulk API 1.0, to be gone on with
     * @throws SalesforceException if the version of the API is none
     */
    public Target async() throws SalesforceException {
        return new Target(settings.operation(), "/services/async").path(apiVersion());
    }

    /**
     * @return the version of the API, for example {@code 62.0}
     * @throws SalesforceException if it is none
     */
    public String apiVersion() throws SalesforceException {
        String version = checked(Parameter.API_VERSION, requiredText(Parameter.API_VERSION));
        return Objects.requireNonNull(Parameter.API_VERSION.rule().written(version));
    }

    /**
     * @param parameter what it is
     * @param value its value
     * @return the value
     * @throws RequestRefusedException if it is not what it must be
     */
    public String checked(Parameter parameter, String value) throws RequestRefusedException {
        if (parameter.rule().written(value) == null) {
            throw denied(parameter.named() + " must be " + parameter.rule().description());
        }
        return value;
    }

    /**
     * @param path as it is sent, beginning with {@code /}
     * @return a target that begins with it
     */
    public Target target(String path) {
        return new Target(settings.operation(), path);
    }

    /**
     * @param parameter what chooses path and query as a whole
     * @param target as it is sent
     * @return a target that begins with it
     * @throws SalesforceException if it leads elsewhere, or is no path
     */
    public Target target(Parameter parameter, String target) throws SalesforceException {
        String problem = ChosenPath.problem(target);
        if (problem != null) {
            throw denied(parameter.named() + " " + problem);
        }
        return target(ChosenPath.encoded(target));
    }

    /**
     * @param method the HTTP method
     * @param target path and query
     * @return a request for JSON, with the HTTP headers that the message sets
     * @throws SalesforceException if one of these headers must not be set
     */
    public ApiRequest.Builder json(String method, Target target) throws SalesforceException {
        return request(method, target).header("Accept", JsonBodies.MEDIA_TYPE);
    }

    /**
     * @param method the HTTP method
     * @param target path and query
     * @return a request with the HTTP headers that the message sets
     * @throws SalesforceException if one of these headers must not be set
     */
    public ApiRequest.Builder request(String method, Target target) throws SalesforceException {
        ApiRequest.Builder request = new ApiRequest.Builder(settings.operation(), method, target.toString())
                .sObjectName(target.sObjectName());
        for (String name :
                message.hasHeaders() ? List.copyOf(message.getHeaders().keySet()) : List.<String>of()) {
            String http = httpName(name);
            if (http != null) {
                addTo(request, name, http);
            }
        }
        return request;
    }

    /** The name of the HTTP header that a header of the message sets; null for none. */
    private @Nullable String httpName(String name) throws RequestRefusedException {
        if (HttpHeaderRules.startsWith(name, HTTP_HEADER)) {
            String http = name.substring(HTTP_HEADER.length());
            if (!mayBeSent(http)) {
                throw new RequestRefusedException(
                        "The request was not sent: header " + HTTP_HEADER
                                + "<name> is for names of HTTP headers that begin with Sforce- or X-SFDC-, and not for X-SFDC-Session");
            }
            return http;
        }
        return settings.legacyHeaders() && mayBeSent(name) ? name : null;
    }

    private static boolean mayBeSent(String name) {
        return HttpHeaderRules.isSalesforce(name)
                && !HttpHeaderRules.isNeverFromAMessage(name)
                && HttpHeaderRules.isName(name);
    }

    private void addTo(ApiRequest.Builder request, String name, String http) throws SalesforceException {
        Object value = message.getHeader(name);
        if (value instanceof String text) {
            request.header(http, text);
        } else if (value instanceof String[] texts) {
            for (String text : texts) {
                request.header(http, text);
            }
        } else if (value instanceof Collection<?> texts) {
            texts.forEach(text -> request.header(http, String.valueOf(text)));
        } else if (value != null) {
            throw denied("header " + name + " must be a text or several texts");
        }
    }

    /**
     * @param parameter what it is
     * @param value its value
     * @param where what to set if there is none
     * @return the value
     * @throws RequestRefusedException if there is none
     */
    public String required(Parameter parameter, @Nullable String value, String where) throws RequestRefusedException {
        if (value == null) {
            throw denied(parameter.option() + " is missing. Set " + where);
        }
        return value;
    }
}
