package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.NotFoundBehaviour;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfigurer;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.jspecify.annotations.Nullable;

/** What an endpoint says about its operation. For use by several threads. */
public final class OperationSettings {

    private static final Object NONE = new Object();

    private final SalesforceEndpoint endpoint;
    private final Supplier<Map<String, Class<?>>> dtoClasses;
    private final boolean legacyHeaders;
    private final StreamOptions streams;
    private final ObjectMapper json;
    private final Map<String, Object> options = new ConcurrentHashMap<>();

    /**
     * @param endpoint whose options they are; they are read once each
     * @param dtoClasses the classes of records by simple name
     * @param legacyHeaders whether headers without {@code CamelSalesforce} choose parameters too
     * @param streams the endpoint's own options
     */
    public OperationSettings(
            SalesforceEndpoint endpoint,
            Supplier<Map<String, Class<?>>> dtoClasses,
            boolean legacyHeaders,
            StreamOptions streams) {
        this.endpoint = endpoint;
        this.dtoClasses = dtoClasses;
        this.legacyHeaders = legacyHeaders;
        this.streams = streams;
        ObjectMapper configured = endpoint.getConfiguration().getObjectMapper();
        this.json = configured == null ? defaultJson() : configured;
    }

    private static ObjectMapper defaultJson() {
        return JsonUtils.createObjectMapper()
                .registerModule(DateTimeReader.module())
                .setFilterProvider(
                        new SimpleFilterProvider().addFilter(FieldsToNullFilter.NAME, new FieldsToNullFilter()));
    }

    /** @return the operation's name, as endpoints have it */
    public String operation() {
        return endpoint.getOperationName().value();
    }

    /** @return whether bodies are JSON or XML texts of the route's, and not objects */
    public boolean isRawPayload() {
        return endpoint.getConfiguration().isRawPayload();
    }

    /** @return whether a missing record makes a body of null instead of a failure */
    public boolean isNotFoundNull() {
        return endpoint.getConfiguration().getNotFoundBehaviour() == NotFoundBehaviour.NULL;
    }

    /** @return reads and writes objects */
    public ObjectMapper json() {
        return json;
    }

    /** @return the context */
    public CamelContext context() {
        return endpoint.getCamelContext();
    }

    /**
     * @param simpleName of a class of records
     * @return the class, null if there is none of that name
     */
    public @Nullable Class<?> dtoClass(String simpleName) {
        return dtoClasses.get().get(simpleName);
    }

    /** @return whether headers without {@code CamelSalesforce} choose parameters too */
    public boolean legacyHeaders() {
        return legacyHeaders;
    }

    /** @return what is not kept in memory */
    public StreamOptions streams() {
        return streams;
    }

    SalesforceEndpoint endpoint() {
        return endpoint;
    }

    /** @return what options that begin with {@code approval.} say, null if there are none */
    public @Nullable ApprovalRequest approval() {
        return endpoint.getConfiguration().getApproval();
    }

    /**
     * @param name of an option
     * @return its value, null if it has none or the Camel at hand does not know it
     */
    public @Nullable Object option(String name) {
        Object value = options.computeIfAbsent(name, this::read);
        return value == NONE ? null : value;
    }

    private Object read(String name) {
        Object value = new SalesforceEndpointConfigurer().getOptionValue(endpoint, name, true);
        return Objects.requireNonNullElse(value, NONE);
    }
}
