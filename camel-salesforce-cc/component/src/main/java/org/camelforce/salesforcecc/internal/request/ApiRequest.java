package org.camelforce.salesforcecc.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the org. It says neither where the org is nor which token is in use: {@link ApiClient} adds both when the
 * request leaves. Immutable.
 *
 * @param name of the operation, for messages
 * @param sObjectName the object that the operation is about, null if there is none
 * @param method the HTTP method
 * @param target the path below the instance URL and the query, encoded, beginning with {@code /}
 * @param headers further HTTP headers; none of them is a credential
 * @param body to send, or null for none
 * @param authorization how the token is sent
 * @param answer how the answer is read
 */
public record ApiRequest(
        String name,
        @Nullable String sObjectName,
        String method,
        String target,
        List<Header> headers,
        @Nullable RequestBody body,
        Authorization authorization,
        AnswerMode answer) {

    /**
     * An HTTP header.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    /** How the token is sent. */
    public enum Authorization {
        /** Not at all: the resource is open to everybody. */
        NONE,
        /** In {@code Authorization}, as RFC 6750 says. */
        BEARER,
        /** In {@code X-SFDC-Session}, as Bulk API 1.0 has it (Bulk API Developer Guide, "Set a Session Header"). */
        SESSION_HEADER
    }

    /** How the answer is read. */
    public enum AnswerMode {
        /** As a whole, before the caller gets it. */
        BUFFERED,
        /** By the caller, while it arrives. An answer that says that the request failed is read as a whole. */
        STREAMED
    }

    /** Takes a copy of the headers. */
    public ApiRequest {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a target that could be part of the host: " + target);
        }
        headers = List.copyOf(headers);
    }

    /** @return the path of {@link #target()} */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** @return whether it can be sent again: its body can be read a second time */
    public boolean isRepeatable() {
        return body == null || body.isRepeatable();
    }

    /**
     * @param other the path below the instance URL and the query, encoded, beginning with {@code /}
     * @return the same request for something else
     */
    public ApiRequest withTarget(String other) {
        return new ApiRequest(name, sObjectName, method, other, headers, body, authorization, answer);
    }

    /** Puts a request together. Not for use by several threads. */
    public static final class Builder {

        private final String name;
        private final String method;
        private final String target;
        private final List<Header> headers = new ArrayList<>();
        private @Nullable String sObjectName;
        private @Nullable RequestBody body;
        private Authorization authorization = Authorization.BEARER;
        private AnswerMode answer = AnswerMode.BUFFERED;

        /**
         * @param name of the operation, for messages
         * @param method the HTTP method
         * @param target the path below the instance URL and the query, encoded, beginning with {@code /}
         */
        public Builder(String name, String method, String target) {
            this.name = name;
            this.method = method;
            this.target = target;
        }

        /**
         * @param header its name
         * @param value its value
         * @return this
         */
        public Builder header(String header, String value) {
            headers.add(new Header(header, value));
            return this;
        }

        /**
         * Sets a header that there is once.
         *
         * @param header its name
         * @param value its value
         * @return this
         */
        public Builder replaceHeader(String header, String value) {
            headers.removeIf(other -> other.name().equalsIgnoreCase(header));
            return header(header, value);
        }

        /**
         * @param object that the operation is about, null if there is none
         * @return this
         */
        public Builder sObjectName(@Nullable String object) {
            this.sObjectName = object;
            return this;
        }

        /**
         * @param content to send
         * @return this
         */
        public Builder body(@Nullable RequestBody content) {
            this.body = content;
            return this;
        }

        /**
         * @param how the token is sent
         * @return this
         */
        public Builder authorization(Authorization how) {
            this.authorization = how;
            return this;
        }

        /**
         * @param how the answer is read
         * @return this
         */
        public Builder answer(AnswerMode how) {
            this.answer = how;
            return this;
        }

        /** @return the request */
        public ApiRequest build() {
            return new ApiRequest(name, sObjectName, method, target, headers, body, authorization, answer);
        }
    }
}
