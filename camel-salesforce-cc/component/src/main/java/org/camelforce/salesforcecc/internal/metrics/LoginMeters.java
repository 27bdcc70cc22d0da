package org.camelforce.salesforcecc.internal.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;

/** Counts logins and what happens to tokens. Every combination of tags is there from the start, with zero. */
final class LoginMeters implements TokenEventListener {

    private final Map<LoginReason, Map<LoginOutcome, Counter>> logins = new EnumMap<>(LoginReason.class);
    private final Map<LoginOutcome, Timer> durations = new EnumMap<>(LoginOutcome.class);
    private final Counter throttled;
    private final Counter proactiveRenewals;
    private final Counter extensions;
    private final Counter rejections;
    private final Counter userChanges;

    LoginMeters(MeterSet meters) {
        for (LoginOutcome outcome : LoginOutcome.values()) {
            durations.put(
                    outcome,
                    meters.timer(SalesforceCcMeter.LOGIN_DURATION, Map.of(MeterTag.OUTCOME, MeterTag.value(outcome))));
            for (LoginReason reason : LoginReason.values()) {
                logins.computeIfAbsent(reason, any -> new EnumMap<>(LoginOutcome.class))
                        .put(outcome, logins(meters, reason, outcome));
            }
        }
        throttled = meters.counter(SalesforceCcMeter.LOGIN_THROTTLED);
        proactiveRenewals = meters.counter(SalesforceCcMeter.TOKEN_PROACTIVE_RENEWALS);
        extensions = meters.counter(SalesforceCcMeter.TOKEN_EXTENSIONS);
        rejections = meters.counter(SalesforceCcMeter.TOKEN_REJECTIONS);
        userChanges = meters.counter(SalesforceCcMeter.RUN_AS_USER_CHANGES);
    }

    @Override
    public void on(TokenEvent event) {
        if (event instanceof TokenEvent.LoginSucceeded obtained) {
            ended(obtained.reason(), LoginOutcome.SUCCESS, obtained.took());
            if (obtained.reason() == LoginReason.EXPIRING) {
                proactiveRenewals.increment();
            }
        } else if (event instanceof TokenEvent.LoginFailed failed) {
            ended(failed.reason(), LoginOutcome.UNAVAILABLE, failed.took());
        } else if (event instanceof TokenEvent.LoginDenied denied) {
            ended(denied.reason(), LoginOutcome.DENIED, denied.took());
        } else if (event instanceof TokenEvent.LoginThrottled) {
            throttled.increment();
        } else if (event instanceof TokenEvent.ExpiryExtended) {
            extensions.increment();
        } else if (event instanceof TokenEvent.TokenRejected) {
            rejections.increment();
        } else if (event instanceof TokenEvent.RunAsUserChanged) {
            userChanges.increment();
        }
    }

    private void ended(LoginReason reason, LoginOutcome outcome, Duration took) {
        requireNonNull(requireNonNull(logins.get(reason)).get(outcome)).increment();
        requireNonNull(durations.get(outcome)).record(took);
    }

    private static Counter logins(MeterSet meters, LoginReason reason, LoginOutcome outcome) {
        return meters.counter(
                SalesforceCcMeter.LOGINS,
                Map.of(MeterTag.REASON, MeterTag.value(reason), MeterTag.OUTCOME, MeterTag.value(outcome)));
    }
}
