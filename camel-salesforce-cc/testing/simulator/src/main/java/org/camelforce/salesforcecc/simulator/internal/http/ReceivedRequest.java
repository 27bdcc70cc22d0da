package org.camelforce.salesforcecc.simulator.internal.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is read from elsewhere than its connection. */
final class ReceivedRequest extends Request.Wrapper {

    private final Content.Source content;
    private volatile boolean failed;

    ReceivedRequest(Request request, Content.Source content) {
        super(request);
        this.content = content;
    }

    @Override
    public Content.@Nullable Chunk read() {
        return content.read();
    }

    @Override
    public void demand(Runnable callback) {
        content.demand(callback);
    }

    @Override
    public void fail(Throwable failure) {
        failed = true;
        content.fail(failure);
    }

    /** Whether what read the body gave up, after which the web server closes the connection. */
    boolean hasFailed() {
        return failed;
    }
}
