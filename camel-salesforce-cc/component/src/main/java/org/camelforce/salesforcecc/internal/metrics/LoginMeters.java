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
    private final Counter turnedAway;
    private final Counter renewalsAhead;
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
        turnedAway = meters.counter(SalesforceCcMeter.LOGIN_TURNED_AWAY);
        renewalsAhead = meters.counter(SalesforceCcMeter.TOKEN_RENEWALS_AHEAD);
        extensions = meters.counter(SalesforceCcMeter.TOKEN_EXTENSIONS);
        rejections = meters.counter(SalesforceCcMeter.TOKEN_REJECTIONS);
        userChanges = meters.counter(SalesforceCcMeter.RUN_AS_USER_CHANGES);
    }

    @Override
    public void on(TokenEvent event) {
        if (event instanceof TokenEvent.Obtained obtained) {
            ended(obtained.reason(), LoginOutcome.SUCCESS, obtained.took());
            if (obtained.reason() == LoginReason.EXPIRING) {
                renewalsAhead.increment();
            }
        } else if (event instanceof TokenEvent.RenewalFailed failed) {
            ended(failed.reason(), LoginOutcome.UNAVAILABLE, failed.took());
        } else if (event instanceof TokenEvent.Refused refused) {
            ended(refused.reason(), LoginOutcome.REFUSED, refused.took());
        } else if (event instanceof TokenEvent.Paced) {
            turnedAway.increment();
        } else if (event instanceof TokenEvent.Extended) {
            extensions.increment();
        } else if (event instanceof TokenEvent.Rejected) {
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
