package org.camelforce.salesforcecc.internal.oauth;

import java.util.Objects;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.jspecify.annotations.Nullable;

/**
 * One way to log in among those that may work.
 *
 * @param name tells it apart from others in logs; equal names mean equal credentials; without a secret
 * @param strategy logs in
 * @param introspection asks about tokens that this login has returned, or null if nobody can be asked
 */
public record LoginCandidate(String name, AuthenticationStrategy strategy, @Nullable TokenIntrospection introspection) {

    /** Guards the components. */
    public LoginCandidate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(strategy, "strategy");
    }

    @Override
    public String toString() {
        return name;
    }
}
