package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;

/**
 * The jobs of an org. Those that have ended are deleted after seven days (Bulk API 2.0 and Bulk API Developer Guide,
 * "Limits"). Safe for use by several threads.
 */
final class Jobs {

    private static final Duration KEPT = Duration.ofDays(7);

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, ListedJob> byId = new ConcurrentSkipListMap<>();
    private final TemporaryFiles files;

    Jobs(TemporaryFiles files) {
        this.files = files;
    }

    String nextId() {
        return SalesforceId.of("750", numbers.incrementAndGet());
    }

    void add(ListedJob job) {
        byId.put(job.spec().id(), job);
    }

    <T extends ListedJob> Optional<T> find(String id, Class<T> kind) {
        return Optional.of(id)
                .filter(SalesforceId::isWellFormed)
                .map(SalesforceId::to18)
                .map(byId::get)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    void delete(ListedJob job) {
        byId.remove(job.spec().id());
        files.delete(job.spec().id());
    }

    /** The jobs that a condition holds for, oldest first. */
    List<ListedJob> list(Predicate<ListedJob> condition) {
        return byId.values().stream().filter(condition).toList();
    }

    void deleteExpired(Instant now) {
        Instant oldest = now.minus(KEPT);
        list(job -> job.snapshot().state().isEnd() && job.snapshot().modified().isBefore(oldest))
                .forEach(this::delete);
    }
}
