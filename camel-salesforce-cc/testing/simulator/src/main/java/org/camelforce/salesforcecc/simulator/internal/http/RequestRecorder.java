package org.camelforce.salesforcecc.simulator.internal.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.simulator.internal.model.RequestNote;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Records requests as they arrive, and their status before the first byte of the answer leaves, so that a client that
 * has an answer finds its request here.
 */
final class RequestRecorder extends Handler.Wrapper {

    private static final int CAPACITY = 100_000;
    // Paths are seldom as long as they may be, and those that are must not fill the memory.
    private static final long CAPACITY_IN_CHARACTERS = 16_000_000;

    private final Deque<Entry> latest = new ArrayDeque<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final List<RequestListener> listeners = new CopyOnWriteArrayList<>();
    private long characters;
    private final AtomicLong arrivals = new AtomicLong();

    /** Counts all requests with these methods and paths, also those that {@link #requests()} no longer keeps. */
    RequestRecorder(List<String> counted) {
        counted.forEach(line -> counts.put(line, new AtomicLong()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Entry entry = new Entry(request.getMethod(), request.getHttpURI().getPath());
        record(entry);
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        request.addHttpStreamWrapper(stream -> new StatusWatch(stream, endPoint, entry));
        if (!listeners.isEmpty()) {
            observe(request, entry);
        }
        return super.handle(request, response, callback);
    }

    void addListener(RequestListener listener) {
        listeners.add(listener);
    }

    private void observe(Request request, Entry entry) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        ObservedRequest observed = new ObservedRequest(
                arrivals.incrementAndGet(), entry.method, entry.path, authorization == null ? "" : authorization);
        listeners.forEach(listener -> listener.arrived(observed));
        Request.addCompletionListener(request, failure -> {
            Object note = request.getAttribute(RequestNote.ATTRIBUTE);
            String reason = note instanceof String text ? text : "";
            listeners.forEach(listener -> listener.ended(observed, entry.status, reason));
        });
    }

    List<RecordedRequest> requests() {
        synchronized (latest) {
            return latest.stream().map(Entry::toRecord).toList();
        }
    }

    long count(String method, String path) {
        AtomicLong count = counts.get(method + " " + path);
        return count == null ? 0 : count.get();
    }

    private void record(Entry entry) {
        AtomicLong count = counts.get(entry.method + " " + PathNormalizer.normal(entry.path));
        if (count != null) {
            count.incrementAndGet();
        }
        synchronized (latest) {
            characters += entry.path.length();
            while (latest.size() == CAPACITY || characters > CAPACITY_IN_CHARACTERS) {
                characters -= latest.removeFirst().path.length();
            }
            latest.addLast(entry);
        }
    }

    private static final class Entry {

        private final String method;
        private final String path;
        private volatile int status;

        Entry(String method, @Nullable String path) {
            this.method = method;
            this.path = path == null ? "" : path;
        }

        RecordedRequest toRecord() {
            return new RecordedRequest(method, path, status);
        }
    }

    private static final class StatusWatch extends HttpStream.Wrapper {

        private final EndPoint endPoint;
        private final Entry entry;

        StatusWatch(HttpStream stream, EndPoint endPoint, Entry entry) {
            super(stream);
            this.endPoint = endPoint;
            this.entry = entry;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            if (response != null && response.getStatus() >= 200 && endPoint.isOpen()) {
                entry.status = response.getStatus();
            }
            super.send(request, response, last, content, callback);
        }
    }
}
