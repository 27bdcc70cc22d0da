package org.camelforce.salesforcecc.internal.subscription;

import java.util.Optional;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.token.TokenEntry;

/**
 * Gets another token for a stream whose token was rejected. A second rejection without a steady stream in between is no
 * reason for a third token: it ends in an ordinary delay. On the subscription's thread only.
 */
final class TokenRenewal {

    private final TokenSupply tokens;
    private final StateGuard steps;
    private boolean inVain;
    private boolean renewedOnce;

    TokenRenewal(TokenSupply tokens, StateGuard steps) {
        this.tokens = tokens;
        this.steps = steps;
    }

    /** The token in use is good. */
    void accepted() {
        inVain = false;
        renewedOnce = false;
    }

    /** Whether a token has been rejected since one turned out to be good, although a login was tried. */
    boolean isInVain() {
        return inVain;
    }

    void begin(String rejected, StreamEnd end, Consumer<TokenEntry> renewed, Consumer<StreamEnd> failed) {
        // after a login that failed, the rejected token is still the old one
        boolean again = renewedOnce;
        inVain = true;
        Optional<LoginException> objection = again ? tokens.rejectedAgain(rejected) : Optional.empty();
        if (objection.isPresent()) {
            failed.accept(noOther(objection.get()));
            return;
        }
        tokens.renew(rejected).whenComplete(steps.back((token, failure) -> {
            if (failure != null) {
                failed.accept(noOther(LoginException.of(failure)));
                return;
            }
            renewedOnce = true;
            if (again) {
                failed.accept(
                        StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "the renewed token is rejected too: " + end.text()));
            } else {
                renewed.accept(token);
            }
        }));
    }

    private static StreamEnd noOther(LoginException why) {
        return StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "no other token: " + why.getMessage());
    }
}
