package org.camelforce.salesforcecc.reliability.child;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.reliability.health.HealthProbe;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.jspecify.annotations.Nullable;

/** Writes down when a consumer's health changes, on a thread of its own, until it is closed. */
final class HealthWriter implements AutoCloseable {

    private static final long MILLIS = 500;

    private final HealthProbe probe;
    private final Recorder recorder;
    private final Semaphore end = new Semaphore(0);
    private @Nullable Boolean up;

    HealthWriter(CamelContext context, Recorder recorder) {
        this.probe = new HealthProbe(context);
        this.recorder = recorder;
    }

    void start() {
        Thread thread = new Thread(this::run, "health");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        end.release();
    }

    private void run() {
        try {
            while (!end.tryAcquire(MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Map<String, String> down = probe.down();
        boolean now = down.isEmpty();
        if (up != null && up == now) {
            return;
        }
        up = now;
        if (now) {
            recorder.healthy();
        } else {
            Map.Entry<String, String> first = down.entrySet().iterator().next();
            recorder.unhealthy(first.getKey(), first.getValue());
        }
    }
}
