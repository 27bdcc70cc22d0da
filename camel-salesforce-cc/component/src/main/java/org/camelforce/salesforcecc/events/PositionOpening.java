package org.camelforce.salesforcecc.events;

import java.io.IOException;
import java.util.Optional;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.events.position.PositionClaim;
import org.camelforce.salesforcecc.events.position.PositionKey;
import org.camelforce.salesforcecc.events.position.PositionTakenException;
import org.camelforce.salesforcecc.events.position.ReplayId;
import org.camelforce.salesforcecc.events.position.ReplayStore;
import org.camelforce.salesforcecc.events.position.StoredPosition;
import org.camelforce.salesforcecc.events.stream.EventSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a subscription its position, and the org ready. */
final class PositionOpening {

    private static final Logger LOG = LoggerFactory.getLogger(PositionOpening.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int INTERNAL_ERROR = 500;

    /** How it went. */
    sealed interface Outcome {}

    /** @param claim the position is ours */
    record Claimed(PositionClaim claim) implements Outcome {}

    /** @param refusal trying again does not help */
    record Refused(Exception refusal) implements Outcome {}

    /** @param failure trying again may help */
    record Failed(Exception failure) implements Outcome {}

    private final EventSource source;
    private final ReplayStore store;
    private final SubscriptionId id;
    private final boolean numbers;

    /** @param numbers whether replay ids are those of the Streaming API */
    PositionOpening(EventSource source, ReplayStore store, SubscriptionId id, boolean numbers) {
        this.source = source;
        this.store = store;
        this.id = id;
        this.numbers = numbers;
    }

    /** Blocks. */
    Outcome open(AccessToken token) {
        try {
            source.prepare();
            PositionClaim claim = store.claim(new PositionKey(org(token), id.channel(), id.name()));
            Optional<Exception> misfit = claim.found().flatMap(this::misfit);
            if (misfit.isPresent()) {
                claim.close();
                return new Refused(misfit.get());
            }
            return new Claimed(claim);
        } catch (PositionTakenException e) {
            return new Refused(e);
        } catch (SalesforceException e) {
            return isFinal(e) ? new Refused(e) : new Failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(e);
        } catch (IOException e) {
            return new Failed(e);
        } catch (Exception e) {
            return new Refused(e);
        }
    }

    /** Gives free what came too late. Blocks. */
    static void discard(Outcome outcome) {
        if (outcome instanceof Claimed claimed) {
            try {
                claimed.claim().close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("A position that is not needed any more was not given free: {}", e.toString());
            }
        }
    }

    /** One API's replay ids mean nothing to the other one. */
    private Optional<Exception> misfit(StoredPosition found) {
        ReplayId stored = found.replayId();
        return stored.startedAt().isPresent() || stored.isNumber() == numbers
                ? Optional.empty()
                : Optional.of(new IllegalStateException("The stored position of " + id + " comes from the "
                        + (numbers ? "Pub/Sub" : "Streaming")
                        + " API and means nothing to the other one. Give the subscription another subscriptionName."));
    }

    /** A strategy of the user's may tell no org. */
    private static String org(AccessToken token) {
        String orgId = token.orgId();
        return orgId == null ? token.instanceUrl().getHost() : orgId;
    }

    private static boolean isFinal(SalesforceException e) {
        int status = e.getStatusCode();
        return status >= BAD_REQUEST && status < INTERNAL_ERROR && status != UNAUTHORIZED;
    }
}
