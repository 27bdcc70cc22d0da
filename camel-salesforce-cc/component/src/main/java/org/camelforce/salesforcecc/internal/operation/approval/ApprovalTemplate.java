package org.camelforce.salesforcecc.internal.operation.approval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.TypeConverter;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.camelforce.salesforcecc.internal.operation.HttpHeaderRules;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What options and headers say of the requests of an exchange.
 *
 * @param parameters of the exchange
 * @param values what they say; of this exchange alone
 * @param isEmpty whether they say nothing
 */
record ApprovalTemplate(OperationParameters parameters, ApprovalRequest values, boolean isEmpty) {

    private static final String PREFIX = "CamelSalesforceApproval.";
    private static final String BARE_PREFIX = "approval.";

    static ApprovalTemplate of(OperationParameters parameters) throws SalesforceException {
        ApprovalRequest header = parameters.value(Parameter.APPROVAL, ApprovalRequest.class);
        ApprovalRequest given = header == null ? parameters.settings().approval() : header;
        // an endpoint's option is the same object for all exchanges
        ApprovalRequest values = new ApprovalRequest();
        boolean isEmpty = given == null;
        if (given != null) {
            values = values.applyTemplate(given);
            values.setSkipEntryCriteria(given.isSkipEntryCriteria());
        }
        if (parameters.settings().legacyHeaders()) {
            isEmpty &= !addHeaders(parameters, BARE_PREFIX, values);
        }
        isEmpty &= !addHeaders(parameters, PREFIX, values);
        return new ApprovalTemplate(parameters, values, isEmpty);
    }

    /** The requests to send, at least one. */
    List<ApprovalRequest> requests() throws SalesforceException {
        Object body = parameters.message().getBody();
        List<ApprovalRequest> requests = new ArrayList<>();
        if (body instanceof Iterable<?> several) {
            for (Object each : several) {
                ApprovalRequest request = converted(each);
                if (request == null) {
                    throw parameters.denied("the body has what is no ApprovalRequest: "
                            + (each == null ? "null" : each.getClass().getName()));
                }
                requests.add(applied(request));
            }
        } else if (body != null) {
            ApprovalRequest request = converted(body);
            requests.add(request == null ? values : applied(request));
        }
        if (requests.isEmpty()) {
            if (isEmpty) {
                throw parameters.denied("it needs a request for an approval. Set option approval, headers " + PREFIX
                        + "<property>, or a body of one ApprovalRequest or several");
            }
            requests.add(values);
        }
        return requests;
    }

    private @Nullable ApprovalRequest converted(@Nullable Object value) {
        return parameters.exchange().getContext().getTypeConverter().tryConvertTo(ApprovalRequest.class, value);
    }

    private ApprovalRequest applied(ApprovalRequest request) {
        ApprovalRequest applied = request.applyTemplate(values);
        applied.setSkipEntryCriteria(request.isSkipEntryCriteria() || values.isSkipEntryCriteria());
        return applied;
    }

    /** Whether there are any. */
    private static boolean addHeaders(OperationParameters parameters, String prefix, ApprovalRequest values)
            throws SalesforceException {
        boolean isAny = false;
        for (Map.Entry<String, Object> header :
                parameters.message().getHeaders().entrySet()) {
            if (HttpHeaderRules.startsWith(header.getKey(), prefix) && header.getValue() != null) {
                set(parameters, values, header.getKey(), header.getKey().substring(prefix.length()), header.getValue());
                isAny = true;
            }
        }
        return isAny;
    }

    private static void set(
            OperationParameters parameters, ApprovalRequest values, String header, String property, Object value)
            throws SalesforceException {
        List<Method> setters = Stream.of(ApprovalRequest.class.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase("set" + property))
                .filter(method -> method.getParameterCount() == 1)
                .sorted(Comparator.comparing(method -> !method.getParameterTypes()[0].isInstance(value)))
                .toList();
        TypeConverter converter = parameters.exchange().getContext().getTypeConverter();
        for (Method setter : setters) {
            Object converted = converter.tryConvertTo(setter.getParameterTypes()[0], value);
            if (converted != null) {
                call(setter, values, converted);
                return;
            }
        }
        throw parameters.denied("header " + header + " must be a property of an ApprovalRequest, such as " + PREFIX
                + "ContextId, and its value of the type that this property has");
    }

    private static void call(Method setter, ApprovalRequest values, Object value) throws SalesforceException {
        try {
            setter.invoke(values, value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new SalesforceException("Method " + setter.getName() + " cannot be called: " + e, e);
        }
    }
}
