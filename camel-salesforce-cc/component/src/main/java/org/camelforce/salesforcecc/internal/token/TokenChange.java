package org.camelforce.salesforcecc.internal.token;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.jspecify.annotations.Nullable;

/** The step from one state to the next while {@link TokenTransitions} works it out. Used by one call of it. */
final class TokenChange {

    /** One for the credentials, one for the answer. */
    private static final int QUESTION_TIMEOUTS = 2;

    private static final long MAX_LIMIT_NANOS = Long.MAX_VALUE / 4;

    private final TokenState before;
    private final List<TokenEffect> effects = new ArrayList<>();
    private TokenStep.@Nullable Answer answer;
    private boolean plans;

    @Nullable
    HeldToken current;

    @Nullable
    HeldToken forgotten;

    @Nullable
    String rejected;

    @Nullable
    String rejectedAgain;

    @Nullable
    InFlightLogin login;

    @Nullable
    Question question;

    LoginThrottle throttle;
    CredentialsVersion credentials;
    boolean wanted;

    @Nullable
    LoginReason lastReason;

    @Nullable
    AccessToken userBefore;

    private long numbers;
    boolean closed;

    TokenChange(TokenState before) {
        this.before = before;
        this.current = before.current();
        this.forgotten = before.forgotten();
        this.rejected = before.rejected();
        this.rejectedAgain = before.rejectedAgain();
        this.login = before.login();
        this.question = before.question();
        this.throttle = before.throttle();
        this.credentials = before.credentials();
        this.wanted = before.wanted();
        this.lastReason = before.lastReason();
        this.userBefore = before.userBefore();
        this.numbers = before.numbers();
        this.closed = before.closed();
    }

    /** As it is by now. */
    TokenState state() {
        TokenState after = new TokenState(
                current,
                forgotten,
                rejected,
                rejectedAgain,
                login,
                question,
                throttle,
                credentials,
                wanted,
                lastReason,
                userBefore,
                numbers,
                closed);
        return after.equals(before) ? before : after;
    }

    /** Asks about a token. */
    void ask(HeldToken about, boolean isNew, Moment at) {
        // from now on, not from when it is put: whoever has the token by then may stop at once
        long limit = TimeUnit.NANOSECONDS.convert(at.timeout().multipliedBy(QUESTION_TIMEOUTS));
        question = new Question(nextNumber(), at.now() + Math.min(limit, MAX_LIMIT_NANOS));
        then(new TokenEffect.Ask(question, about, isNew));
    }

    long nextNumber() {
        return ++numbers;
    }

    void then(TokenEffect effect) {
        effects.add(effect);
    }

    void publish(TokenEvent event) {
        effects.add(new TokenEffect.Publish(event));
    }

    void use(HeldToken held) {
        answer = new TokenStep.Answer.Use(held.entry());
    }

    void waitFor(InFlightLogin underWay) {
        answer = new TokenStep.Answer.Wait(underWay);
    }

    void fail(LoginException failure) {
        answer = new TokenStep.Answer.Fail(failure);
    }

    /** The next work in the background is planned again although the state may be the same. */
    void plan() {
        plans = true;
    }

    TokenStep step() {
        TokenState after = state();
        return new TokenStep(after, List.copyOf(effects), answer, plans || after != before);
    }
}
