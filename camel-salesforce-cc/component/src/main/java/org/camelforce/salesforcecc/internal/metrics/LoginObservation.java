package org.camelforce.salesforcecc.internal.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.jspecify.annotations.Nullable;

/**
 * One observation per login, from the decision to the outcome, so that a login is a span in the trace of the exchange
 * that had to wait for it. Its name is {@value #NAME}; low-cardinality keys are {@code component}, {@code reason} and
 * {@code outcome}, high-cardinality keys {@value #ORG}, {@value #USER} and {@value #TOKEN}, a fingerprint. The
 * component makes one by itself if the registry of its context has one {@code ObservationRegistry}.
 */
public final class LoginObservation implements TokenEventListener, AutoCloseable {

    /** Name of the observation; a registry with meters shows a timer and a long task timer of this name. */
    public static final String NAME = "salesforce.cc.login";

    /** High-cardinality key: id of the org. */
    public static final String ORG = "salesforce.org.id";

    /** High-cardinality key: id of the Run As user. */
    public static final String USER = "salesforce.user.id";

    /** High-cardinality key: the token's fingerprint. */
    public static final String TOKEN = "salesforce.token.fingerprint";

    private final ObservationRegistry registry;
    private final String component;
    private final AtomicReference<@Nullable Observation> underWay = new AtomicReference<>();

    /**
     * @param registry where logins are observed
     * @param component the component's name in its context
     */
    public LoginObservation(ObservationRegistry registry, String component) {
        this.registry = registry;
        this.component = component;
    }

    @Override
    public void on(TokenEvent event) {
        if (event instanceof TokenEvent.LoginStarted begun) {
            begin(begun.reason());
        } else if (event instanceof TokenEvent.LoginSucceeded obtained) {
            succeeded(obtained.installed().token());
        } else if (event instanceof TokenEvent.LoginFailed failed) {
            failed(LoginOutcome.UNAVAILABLE, failed.failure());
        } else if (event instanceof TokenEvent.LoginDenied denied) {
            failed(LoginOutcome.DENIED, denied.denial());
        }
    }

    /** Ends the observation of a login of which nothing will be heard any more. */
    @Override
    public void close() {
        end("stopped");
    }

    private void begin(LoginReason reason) {
        Observation observation = Observation.createNotStarted(NAME, registry)
                .contextualName("salesforce login")
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.COMPONENT.key(), component))
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.REASON.key(), MeterTag.value(reason)))
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.OUTCOME.key(), "none"))
                .start();
        Observation former = underWay.getAndSet(observation);
        if (former != null) {
            former.stop();
        }
    }

    private void succeeded(AccessToken token) {
        Observation observation = underWay.get();
        if (observation != null) {
            observation.highCardinalityKeyValue(TOKEN, token.fingerprint());
            if (token.orgId() != null) {
                observation.highCardinalityKeyValue(ORG, token.orgId());
            }
            if (token.userId() != null) {
                observation.highCardinalityKeyValue(USER, token.userId());
            }
        }
        end(MeterTag.value(LoginOutcome.SUCCESS));
    }

    private void failed(LoginOutcome outcome, Exception failure) {
        Observation observation = underWay.get();
        if (observation != null) {
            observation.error(failure);
        }
        end(MeterTag.value(outcome));
    }

    private void end(String outcome) {
        Observation observation = underWay.getAndSet(null);
        if (observation != null) {
            observation.lowCardinalityKeyValue(MeterTag.OUTCOME.key(), outcome).stop();
        }
    }
}
