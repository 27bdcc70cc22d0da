package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.cometd.server.CometDRequest;
import org.cometd.server.HttpException;
import org.jspecify.annotations.Nullable;

/** A request that must not be larger than 32,768 bytes (Streaming API Developer Guide, "Message Size"). */
final class BoundedRequest implements CometDRequest {

    static final int MAX_BYTES = 32_768;

    private static final int TOO_LARGE = 413;

    private final CometDRequest request;
    private final Input input;

    BoundedRequest(CometDRequest request) {
        this.request = request;
        this.input = new BoundedInput(request.getInput());
    }

    @Override
    public String getMethod() {
        return request.getMethod();
    }

    @Override
    public String getProtocol() {
        return request.getProtocol();
    }

    @Override
    public List<String> getParameterValues(String name) {
        return request.getParameterValues(name);
    }

    @Override
    public String getCharacterEncoding() {
        return request.getCharacterEncoding();
    }

    @Override
    public @Nullable String getCookie(String name) {
        return request.getCookie(name);
    }

    @Override
    public Input getInput() {
        return input;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return request.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        request.setAttribute(name, value);
    }

    @Override
    public void addFailureHandler(Consumer<Throwable> handler) {
        request.addFailureHandler(handler);
    }

    private static final class BoundedInput implements Input {

        private final Input input;
        private int total;

        BoundedInput(Input input) {
            this.input = input;
        }

        @Override
        public void demand(Runnable callback) {
            input.demand(callback);
        }

        @Override
        public @Nullable Chunk read() throws IOException {
            Chunk chunk = input.read();
            if (chunk != null) {
                total += chunk.byteBuffer().remaining();
                if (total > MAX_BYTES) {
                    throw new HttpException(TOO_LARGE, new IOException("Maximum Request Size Exceeded"));
                }
            }
            return chunk;
        }
    }
}
