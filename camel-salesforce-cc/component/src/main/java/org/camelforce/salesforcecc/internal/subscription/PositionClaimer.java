package org.camelforce.salesforcecc.internal.subscription;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a subscription its position, and the org ready. */
final class PositionClaimer {

    private static final Logger LOG = LoggerFactory.getLogger(PositionClaimer.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int INTERNAL_ERROR = 500;
    private static final String LIMIT_EXCEEDED = "REQUEST_LIMIT_EXCEEDED";

    /** How it went. */
    sealed interface Outcome {}

    /** @param claim the position is ours */
    record Claimed(PositionClaim claim) implements Outcome {}

    /** @param failure trying again does not help */
    record Fatal(Exception failure) implements Outcome {}

    /** @param failure trying again may help */
    record Failed(Throwable failure) implements Outcome {}

    private final EventSource source;
    private final ReplayStore store;
    private final SubscriptionId id;
    private final boolean numbers;
    private final Supplier<Optional<StoredPosition>> start;
    private final BooleanSupplier releasing;
    private final boolean durable;

    /**
     * @param numbers whether replay ids are those of the Streaming API
     * @param start what to store for a new subscription before it is opened, so that it is not new a second time; empty
     *     if it would start at the same place again
     * @param releasing whether a subscription of this component that has ended still has the position
     */
    PositionClaimer(
            EventSource source,
            ReplayStore store,
            SubscriptionId id,
            boolean numbers,
            Supplier<Optional<StoredPosition>> start,
            BooleanSupplier releasing) {
        this.source = source;
        this.store = store;
        this.id = id;
        this.numbers = numbers;
        this.start = start;
        this.releasing = releasing;
        this.durable = store != source && !(store instanceof MemoryReplayStore);
    }

    /** Blocks. Whatever is thrown, by a store of the user's for example, is an outcome. */
    Outcome open(AccessToken token) {
        PositionKey key;
        try {
            source.prepare();
            key = new PositionKey(org(token), id.channel(), id.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(e);
        } catch (Exception e) {
            return mayPass(e) ? new Failed(e) : new Fatal(e);
        } catch (Error e) {
            return new Failed(e);
        }
        return claim(key);
    }

    private Outcome claim(PositionKey key) {
        boolean released = !releasing.getAsBoolean();
        PositionClaim claim;
        try {
            claim = store.claim(key);
        } catch (PositionAlreadyClaimedException e) {
            return released ? new Fatal(e) : new Failed(e);
        } catch (IOException | RuntimeException | Error e) {
            return new Failed(e);
        }
        Outcome outcome;
        try {
            outcome = begin(claim);
        } catch (PositionAlreadyClaimedException e) {
            outcome = new Fatal(e);
        } catch (IOException | RuntimeException | Error e) {
            outcome = new Failed(e);
        }
        if (!(outcome instanceof Claimed)) {
            free(claim);
        }
        return outcome;
    }

    /** Between here and its first position a subscription may end, but not lose what is published meanwhile. */
    private Outcome begin(PositionClaim claim) throws IOException {
        Optional<StoredPosition> found = claim.found();
        Optional<Exception> misfit = found.flatMap(this::misfit);
        if (misfit.isPresent()) {
            return new Fatal(misfit.get());
        }
        if (found.isEmpty()) {
            Optional<StoredPosition> begun = start.get();
            if (begun.isPresent()) {
                claim.commit(begun.get());
            }
        }
        return new Claimed(claim);
    }

    /** Gives free what came too late. Blocks. */
    static void discard(Outcome outcome) {
        if (outcome instanceof Claimed claimed) {
            free(claimed.claim());
        }
    }

    private static void free(PositionClaim claim) {
        try {
            claim.close();
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("Could not release a position that is no longer needed: {}", e.toString());
        }
    }

    /** One API's replay ids mean nothing to the other one. */
    private Optional<Exception> misfit(StoredPosition found) {
        ReplayId stored = found.replayId();
        return stored.startedAt().isPresent() || stored.isNumber() == numbers
                ? Optional.empty()
                : Optional.of(new IllegalStateException("The stored position of " + id + " comes from the "
                        + (numbers ? "Pub/Sub" : "Streaming")
                        + " API and means nothing to the other API. Give the subscription another subscriptionName."));
    }

    /** A strategy of the user's may tell no org. */
    private String org(AccessToken token) {
        String orgId = token.orgId();
        if (orgId != null) {
            return RecordIds.longForm(orgId);
        }
        String host = token.instanceUrl().getHost();
        if (durable) {
            LOG.warn(
                    "The access token does not tell the org ID, so the position of {} belongs to the host {}. After a"
                            + " change of My Domain the subscription starts as a new one. Let the authentication strategy"
                            + " return tokens with an identity URL",
                    id,
                    host);
        }
        return host;
    }

    /** Whether the org may be ready later. Upstream wraps what Salesforce says. */
    private static boolean mayPass(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SalesforceException said) {
                return !isFinal(said);
            }
        }
        return failure instanceof IOException
                || failure instanceof RuntimeException && !(failure instanceof IllegalArgumentException);
    }

    private static boolean isFinal(SalesforceException e) {
        int status = e.getStatusCode();
        return status >= BAD_REQUEST
                && status < INTERNAL_ERROR
                && status != UNAUTHORIZED
                && e.getErrors().stream().noneMatch(error -> LIMIT_EXCEEDED.equals(error.getErrorCode()));
    }
}
