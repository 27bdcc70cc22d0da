package org.camelforce.salesforcecc.simulator.internal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** How long the body of a request may be. Who has no session uploads no files. */
final class BodyLimits implements ToLongFunction<Request> {

    /** REST API Developer Guide, "Limits": the largest request. */
    static final long OF_ANYBODY = 50L * 1024 * 1024;

    /** Bulk API 2.0 and Bulk API Developer Guide, "Limits": the data of a job; it is refused as such, if longer. */
    private static final long OF_DATA = 150L * 1024 * 1024;
    /** REST API Developer Guide, "Insert or Update Blob Data": a file. */
    private static final long OF_FILE = 2L * 1024 * 1024 * 1024;

    private final SessionFilter sessions;

    BodyLimits(SessionFilter sessions) {
        this.sessions = sessions;
    }

    @Override
    public long applyAsLong(Request request) {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        long limit = type.startsWith("multipart/form-data") ? OF_FILE : OF_DATA;
        return sessions.knows(request.getHeaders()) ? limit : OF_ANYBODY;
    }
}
