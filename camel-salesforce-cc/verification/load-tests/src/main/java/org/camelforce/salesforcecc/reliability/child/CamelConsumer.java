package org.camelforce.salesforcecc.reliability.child;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.reliability.health.SubscriptionSettings;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.jspecify.annotations.Nullable;

/** A context with one route. */
final class CamelConsumer implements Consumer {

    private static final int WORKERS = 4;
    private static final int STOP_SECONDS = 20;
    private static final long LOCK_MILLIS = 500;
    private static final Duration STALL_AFTER = Duration.ofSeconds(5);

    private final ConsumerSettings settings;
    private final Recorder recorder;
    private final CamelContext context = new DefaultCamelContext();
    private final HealthWriter health;

    CamelConsumer(ConsumerSettings settings, ReplayStore positions, Recorder recorder) {
        this.settings = settings;
        this.recorder = recorder;
        this.health = new HealthWriter(context, recorder);
        context.getRegistry().bind(EndpointFactory.POSITIONS, positions);
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
    }

    @Override
    public void start() throws Exception {
        context.addComponent(EndpointFactory.scheme(settings), EndpointFactory.component(settings));
        Cluster cluster = settings.cluster();
        if (cluster != null) {
            context.addService(lockFiles(cluster));
        }
        String uri = EndpointFactory.uri(settings) + stallAfter();
        context.addRoutes(new Route(cluster == null ? uri : "master:proof:" + uri, recorder, workers()));
        context.start();
        if (settings.kind() == ConsumerKind.SALESFORCE_CC) {
            health.start();
        }
    }

    private String stallAfter() {
        return settings.kind() == ConsumerKind.SALESFORCE_CC
                ? SubscriptionSettings.stallAfter(context, STALL_AFTER)
                : "";
    }

    @Override
    public void close() {
        health.close();
        context.stop();
    }

    private static FileLockClusterService lockFiles(Cluster cluster) {
        FileLockClusterService service = new FileLockClusterService();
        service.setRoot(cluster.locks().toString());
        service.setAcquireLockDelay(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        service.setAcquireLockInterval(LOCK_MILLIS, TimeUnit.MILLISECONDS);
        return service;
    }

    private @Nullable ScheduledExecutorService workers() {
        return settings.parallel()
                ? context.getExecutorServiceManager().newScheduledThreadPool(this, "work", WORKERS)
                : null;
    }
}
