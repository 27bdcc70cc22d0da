package org.camelforce.salesforcecc.internal.operation;

import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the path and the query of a request together. What a message chooses is checked before it becomes part of them.
 * Not for use by several threads.
 */
public final class Target {

    private final String operation;
    private final StringBuilder text;
    private boolean hasQuery;
    private @Nullable String sObjectName;

    /**
     * @param operation its name, for messages
     * @param path where the request goes, as it is sent; a query may follow it
     */
    Target(String operation, String path) {
        this.operation = operation;
        this.text = new StringBuilder(128).append(path);
        this.hasQuery = path.indexOf('?') >= 0;
    }

    /**
     * Appends a segment.
     *
     * @param segment as it is sent
     * @return this
     */
    public Target path(String segment) {
        text.append('/').append(segment);
        return this;
    }

    /**
     * Appends a segment that a message chooses.
     *
     * @param parameter what it is
     * @param value its value
     * @return this
     * @throws RequestRefusedException if the value would lead elsewhere
     */
    public Target path(Parameter parameter, String value) throws RequestRefusedException {
        if (parameter == Parameter.SOBJECT_NAME || parameter == Parameter.EVENT_NAME) {
            sObjectName = value;
        }
        return path(written(parameter, value));
    }

    /**
     * Appends a query parameter.
     *
     * @param name as it is sent
     * @param value as it is sent
     * @return this
     */
    public Target query(String name, String value) {
        text.append(hasQuery ? '&' : '?').append(name).append('=').append(value);
        hasQuery = true;
        return this;
    }

    /**
     * Appends a query parameter that a message chooses.
     *
     * @param name as it is sent
     * @param parameter what it is
     * @param value its value; nothing is appended if it is null
     * @return this
     * @throws RequestRefusedException if the value is not what it must be
     */
    public Target query(String name, Parameter parameter, @Nullable String value) throws RequestRefusedException {
        return value == null ? this : query(name, written(parameter, value));
    }

    /**
     * Appends a query parameter that may be any text.
     *
     * @param name in plain text
     * @param value in plain text
     * @return this
     */
    public Target plainQuery(String name, String value) {
        return query(Rule.percentEncoded(name), Rule.percentEncoded(value));
    }

    private String written(Parameter parameter, String value) throws RequestRefusedException {
        String written = parameter.rule().written(value);
        if (written == null) {
            throw denied(parameter.named() + " must be " + parameter.rule().description());
        }
        return written;
    }

    /**
     * @param problem what is wrong, with the name of the parameter
     * @return an exception that says so
     */
    public RequestRefusedException denied(String problem) {
        return new RequestRefusedException("The request of " + operation + " was not sent: " + problem);
    }

    /** @return path and query, as they are sent */
    @Override
    public String toString() {
        return text.toString();
    }

    /** The object that the path names, null if it names none. */
    @Nullable
    String sObjectName() {
        return sObjectName;
    }
}
