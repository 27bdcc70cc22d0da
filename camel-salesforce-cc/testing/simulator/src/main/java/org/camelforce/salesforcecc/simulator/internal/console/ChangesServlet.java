package org.camelforce.salesforcecc.simulator.internal.console;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long polling: answers as soon as there is something new, or after a while. A held request takes no thread, and what a
 * slow page misses is no longer in the log when it asks again.
 */
final class ChangesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long HELD_MILLIS = Duration.ofSeconds(20).toMillis();
    private static final int MAX_HELD = 32;
    private static final Logger LOG = LoggerFactory.getLogger(ChangesServlet.class);
    private static final int LOOKS_PER_SNAPSHOT = 5;

    private final transient ChangeReport changes;
    private final transient Set<Held> held = ConcurrentHashMap.newKeySet();
    private transient int looks;

    private record Held(AsyncContext context, long after, String version) {}

    ChangesServlet(ChangeReport changes) {
        this.changes = changes;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long after = number(request.getParameter("after"));
        String version = String.valueOf(request.getParameter("version"));
        boolean again = request.getAttribute(Held.class.getName()) != null;
        if (again || held.size() >= MAX_HELD || changes.areThere(after, version)) {
            Answer.write(response, HttpServletResponse.SC_OK, changes.after(after));
            return;
        }
        request.setAttribute(Held.class.getName(), Boolean.TRUE);
        AsyncContext context = request.startAsync();
        context.setTimeout(HELD_MILLIS);
        Held waiting = new Held(context, after, version);
        context.addListener(new End(waiting));
        held.add(waiting);
    }

    /**
     * Answers the held requests for which there is something new. What happens is in the log and is seen at once; a
     * snapshot, which shows the rest, is taken by every fifth look and only if somebody waits. Called by one thread.
     */
    void look() {
        if (held.isEmpty()) {
            return;
        }
        try {
            looks = (looks + 1) % LOOKS_PER_SNAPSHOT;
            if (looks == 0) {
                changes.refresh();
            }
            held.stream()
                    .filter(waiting -> changes.areThere(waiting.after(), waiting.version()))
                    .forEach(this::release);
        } catch (RuntimeException e) {
            // A look that fails must not be the last one.
            LOG.warn("The console could not look for changes", e);
        }
    }

    private void release(Held waiting) {
        if (held.remove(waiting)) {
            waiting.context().dispatch();
        }
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private final class End implements AsyncListener {

        private final Held waiting;

        End(Held waiting) {
            this.waiting = waiting;
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            release(waiting);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            held.remove(waiting);
        }

        @Override
        public void onError(AsyncEvent event) {
            held.remove(waiting);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
