package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.fault.Protocol;

/** One outage: durable subscriptions with default options whose routes fail for a while. May be called once. */
public final class OutageRun {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int BACKLOG = 20;

    private final Protocol protocol;
    private final int subscriptions;
    private final Duration length;
    private final Path folder;
    private final LongSupplier ticker;
    private final Semaphore never = new Semaphore(0);

    /**
     * @param protocol how events come
     * @param subscriptions how many there are
     * @param length of the outage
     * @param folder an empty folder
     * @param ticker nanoseconds
     */
    public OutageRun(Protocol protocol, int subscriptions, Duration length, Path folder, LongSupplier ticker) {
        this.protocol = protocol;
        this.subscriptions = subscriptions;
        this.length = length;
        this.folder = folder;
        this.ticker = ticker;
    }

    /**
     * Runs and waits for the end.
     *
     * @return what it cost, and how it ended
     * @throws IOException if files or processes fail
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public OutageResult call() throws IOException, InterruptedException {
        Path file = folder.resolve("routes.properties");
        try (OutageOrg org = new OutageOrg(subscriptions)) {
            new OutageSettings(
                            protocol,
                            subscriptions,
                            org.simulator().getLoginUrl(),
                            org.simulator().getClientId(),
                            org.simulator().getClientSecret(),
                            org.simulator().getPubSubHost(),
                            org.simulator().getPubSubPort(),
                            folder.resolve("positions"))
                    .write(file);
            try (OutageProcess routes = new OutageProcess(file, folder.resolve("routes.log"))) {
                return outage(org, routes);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private OutageResult outage(OutageOrg org, OutageProcess routes) throws IOException, InterruptedException {
        routes.awaitStart();
        org.publish(1);
        if (untilComplete(org, routes).isEmpty()) {
            throw new IOException("Not every subscription has routed its first event; see " + folder);
        }
        routes.tell(OutageProgram.FAIL);
        OutageOrg.Spent before = org.spent();
        org.publish(BACKLOG);
        List<JsonNode> samples = samples(org, routes);
        OutageOrg.Spent spent = org.spent().minus(before);
        routes.tell(OutageProgram.REPAIR);
        OptionalLong repaired = untilComplete(org, routes);
        return new OutageResult(
                protocol, subscriptions, org.published(), samples, spent, repaired, untilHealthy(org, routes));
    }

    private List<JsonNode> samples(OutageOrg org, OutageProcess routes) throws IOException, InterruptedException {
        List<JsonNode> samples = new ArrayList<>();
        long began = ticker.getAsLong();
        while (since(began).compareTo(length) < 0) {
            pause(BETWEEN_SAMPLES);
            org.publish(1);
            samples.add(routes.ask(OutageProgram.SAMPLE, org.published()));
        }
        return samples;
    }

    private OptionalLong untilComplete(OutageOrg org, OutageProcess routes) throws IOException, InterruptedException {
        long began = ticker.getAsLong();
        while (since(began).compareTo(PATIENCE) < 0) {
            JsonNode progress = routes.ask(OutageProgram.PROGRESS, org.published());
            if (progress.path("complete").asInt() == subscriptions) {
                return OptionalLong.of(since(began).toMillis());
            }
            pause(BETWEEN_LOOKS);
        }
        return OptionalLong.empty();
    }

    private JsonNode untilHealthy(OutageOrg org, OutageProcess routes) throws IOException, InterruptedException {
        JsonNode after = routes.ask(OutageProgram.SAMPLE, org.published());
        for (int i = 0; i < 3 && after.path("down").asInt() > 0; i++) {
            pause(BETWEEN_SAMPLES);
            after = routes.ask(OutageProgram.SAMPLE, org.published());
        }
        return after;
    }

    private Duration since(long began) {
        return Duration.ofNanos(ticker.getAsLong() - began);
    }

    private void pause(Duration length) throws InterruptedException {
        never.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS);
    }
}
