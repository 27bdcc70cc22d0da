package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Keeps positions in any of Camel's state repositories, and just as safely: a position survives what the repository's
 * entries survive. The repository is started if it is not.
 *
 * <p>A second claim on a key is refused while the first one is open, but only within this store object. A repository
 * knows no owners: nothing keeps two processes, or two stores over one repository, from overwriting each other's
 * position. Where that can happen use a {@link JdbcReplayStore}.
 */
public final class StateRepositoryReplayStore implements ReplayStore {

    private static final char SEPARATOR = ' ';

    private final StateRepository<String, String> repository;
    private final Set<PositionKey> taken = ConcurrentHashMap.newKeySet();

    /** @param repository where the positions are; never stopped here */
    public StateRepositoryReplayStore(StateRepository<String, String> repository) {
        this.repository = Objects.requireNonNull(repository, "repository");
    }

    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        if (!taken.add(key)) {
            throw new PositionAlreadyClaimedException(key, "another subscription of this process");
        }
        boolean claimed = false;
        try {
            PositionClaim claim = new Claim(key, read(key));
            claimed = true;
            return claim;
        } finally {
            if (!claimed) {
                taken.remove(key);
            }
        }
    }

    private Optional<StoredPosition> read(PositionKey key) throws IOException {
        String value;
        try {
            ServiceHelper.startService(repository);
            value = repository.getState(entry(key));
        } catch (RuntimeException e) {
            throw new IOException("The position of " + key + " cannot be read from " + repository, e);
        }
        return value == null ? Optional.empty() : Optional.of(parse(key, value));
    }

    private StoredPosition parse(PositionKey key, String value) throws IOException {
        int separator = value.indexOf(SEPARATOR);
        try {
            return new StoredPosition(
                    ReplayId.parse(value.substring(0, separator)), Instant.parse(value.substring(separator + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "The position of " + key + " cannot be read: entry '" + entry(key) + "' of " + repository
                            + " has '" + value + "'. Restore the entry; or remove it, and the subscription starts as a"
                            + " new one",
                    e);
        }
    }

    /** Camel's file repository has an equals sign between key and value. */
    private static String entry(PositionKey key) {
        return "salesforce-cc|" + escape(key.orgId()) + "|" + escape(key.channel()) + "|"
                + escape(key.subscriptionName());
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace("|", "%7C").replace("=", "%3D");
    }

    @Override
    public String toString() {
        return "StateRepositoryReplayStore[repository=" + repository + "]";
    }

    private final class Claim implements PositionClaim {

        private final PositionKey key;
        private final Optional<StoredPosition> found;

        Claim(PositionKey key, Optional<StoredPosition> found) {
            this.key = key;
            this.found = found;
        }

        @Override
        public Optional<StoredPosition> found() {
            return found;
        }

        @Override
        public void commit(StoredPosition position) throws IOException {
            try {
                repository.setState(entry(key), position.replayId().toString() + SEPARATOR + position.at());
            } catch (RuntimeException e) {
                throw new IOException("The position of " + key + " cannot be written to " + repository, e);
            }
        }

        @Override
        public void close() {
            taken.remove(key);
        }
    }
}
