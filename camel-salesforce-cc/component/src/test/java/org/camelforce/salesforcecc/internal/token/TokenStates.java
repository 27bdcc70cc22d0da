package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.UnknownVersion;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** Every kind of state of a token, and every kind of trigger. */
final class TokenStates {

    static final TokenPolicy POLICY = new TokenPolicy();
    static final long NOW = Long.MAX_VALUE - 5;
    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final URI INSTANCE = Tokens.entry("value of T1").token().instanceUrl();
    static final InFlightLogin LOGIN = new InFlightLogin(7, LoginReason.EXPIRING, NOW, HOUR);
    static final InFlightLogin OVERDUE = new InFlightLogin(7, LoginReason.EXPIRING, NOW - HOUR.toNanos(), MINUTE);
    private static final InFlightLogin GIVEN_UP =
            new InFlightLogin(5, LoginReason.INITIAL, NOW - HOUR.toNanos(), MINUTE);
    static final Question QUESTION = new Question(6, NOW + MINUTE.toNanos());
    private static final Question UNANSWERED = new Question(6, NOW - 1);
    static final HeldToken FRESH =
            held("value of T1", new Deadlines(NOW + MINUTE.toNanos(), NOW + HOUR.toNanos()), false);

    /** When logins may be made, as far as the budget goes. */
    static final Moment AT = moment(NOW);

    /** When the budget is spent. */
    static final Moment SPENT = new Moment(NOW, MINUTE, new LoginBudget.Left(0, MINUTE), Jitter.MOST);

    private TokenStates() {}

    static List<TokenState> states() {
        List<TokenState> states = new ArrayList<>();
        for (HeldToken held : tokens()) {
            for (String rejected : Arrays.asList(null, "value of T1")) {
                for (InFlightLogin login : Arrays.asList(null, LOGIN, OVERDUE)) {
                    for (Question question : Arrays.asList(null, QUESTION, UNANSWERED)) {
                        for (LoginThrottle throttle : throttles()) {
                            states.add(state(held, rejected, login, question, throttle));
                        }
                    }
                }
            }
        }
        return states;
    }

    private static TokenState state(
            @Nullable HeldToken held,
            @Nullable String rejected,
            @Nullable InFlightLogin login,
            @Nullable Question question,
            LoginThrottle throttle) {
        return new TokenState(
                held,
                null,
                rejected,
                null,
                login,
                question,
                throttle,
                new CredentialsVersion("1"),
                true,
                LoginReason.INITIAL,
                null,
                7,
                false);
    }

    private static List<@Nullable HeldToken> tokens() {
        return Arrays.asList(
                null,
                FRESH,
                held("value of T1", new Deadlines(NOW - 1, NOW + HOUR.toNanos()), false),
                held("value of T1", new Deadlines(NOW - 2, NOW - 1), false),
                held("value of T1", null, false),
                held("value of T1", null, true));
    }

    private static List<LoginThrottle> throttles() {
        LoginThrottle free = new LoginThrottle(POLICY);
        Moment before = moment(NOW - 1);
        return List.of(
                free,
                free.failed(Tokens.unavailable(), Duration.ZERO, before),
                free.failed(Tokens.rejected(), HOUR, before),
                free.failed(Tokens.rejected(), Duration.ZERO, moment(NOW - HOUR.toNanos())),
                free.sameTokenAgain(FRESH.entry(), before));
    }

    private static Moment moment(long now) {
        return new Moment(now, MINUTE, new LoginBudget.Left(5, Duration.ZERO), Jitter.MOST);
    }

    static List<TokenTrigger> triggers(TokenState state) {
        InFlightLogin login = state.login();
        Question question = state.question();
        HeldToken current = state.current();
        return triggers(
                login == null ? LOGIN : login,
                question == null ? QUESTION : question,
                current == null ? FRESH : current);
    }

    static List<TokenTrigger> triggers(InFlightLogin login, Question question, HeldToken current) {
        List<TokenTrigger> triggers = new ArrayList<>(List.of(
                new TokenTrigger.Needed(LoginReason.INITIAL),
                new TokenTrigger.Needed(LoginReason.EXPIRING),
                new TokenTrigger.RejectedAgain("value of T1"),
                new TokenTrigger.RejectedAgain("value of T0"),
                new TokenTrigger.Rejected("value of T1"),
                new TokenTrigger.Rejected("value of T0"),
                new TokenTrigger.OrgMoved("value of T1", INSTANCE),
                new TokenTrigger.OrgMoved("value of T1", URI.create("https://elsewhere.my.salesforce.com")),
                new TokenTrigger.RenewalOrdered(),
                new TokenTrigger.Forgotten(),
                new TokenTrigger.Awaited(),
                new TokenTrigger.CredentialsChanged(),
                new TokenTrigger.Woken(),
                new TokenTrigger.CredentialsSeen("1"),
                new TokenTrigger.CredentialsSeen("2"),
                new TokenTrigger.CredentialsSeen(new UnknownVersion()),
                new TokenTrigger.CredentialsSeen(null),
                new TokenTrigger.Answered(question, current, true, null, true),
                new TokenTrigger.Answered(question, current, false, null, false),
                new TokenTrigger.Answered(question, current, false, FRESH, true),
                new TokenTrigger.Answered(new Question(1, NOW), current, true, null, true),
                new TokenTrigger.Closed()));
        for (InFlightLogin ended : List.of(login, GIVEN_UP)) {
            Stream.of("T1", "T2")
                    .map(name -> held("value of " + name, null, true))
                    .forEach(token -> triggers.add(new TokenTrigger.LoginSucceeded(ended, token, "1")));
            triggers.add(new TokenTrigger.LoginSucceeded(ended, elsewhere(), "1"));
            for (LoginException failure : List.of(Tokens.unavailable(), Tokens.rejected())) {
                triggers.add(new TokenTrigger.LoginFailed(ended, failure, "2"));
            }
            triggers.add(new TokenTrigger.LoginLost(ended, Tokens.unavailable()));
        }
        return triggers;
    }

    private static HeldToken held(String value, @Nullable Deadlines deadlines, boolean askable) {
        return new HeldToken(Tokens.entry(value), deadlines, askable);
    }

    private static HeldToken elsewhere() {
        AccessToken token = Tokens.token("value of T3", "00D000000000009AAA", "005000000000009AAA");
        TokenEntry entry = FRESH.entry();
        return new HeldToken(new TokenEntry(token, entry.candidate(), entry.obtainedAt(), entry.expiry()), null, true);
    }
}
