package org.camelforce.salesforcecc.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where consumer key and secret come from. Asked at every login, so that a pair which is replaced at its source needs
 * no restart; and asked once more before a denied login becomes final.
 *
 * <p>Bind a bean of yours to the component's option {@code credentialsSource} to read them from elsewhere.
 */
@FunctionalInterface
public interface CredentialsSource {

    /**
     * Reads the pairs that may work: the current one first, then the next one if a rotation is under way. Called on a
     * thread of the component's that may block for a while. Logins call it one at a time, but a doctor that examines a
     * running component calls it on a thread of its own. A call that does not return within 60 seconds, or
     * {@code httpRequestTimeout} if that is less, is interrupted, and the next one can begin before it returns.
     *
     * @return at least one pair
     * @throws Exception if they cannot be read; the login is tried again later. The message must not contain a secret.
     */
    List<ClientCredentials> candidates() throws Exception;

    /**
     * @return the org's My Domain as the source knows it, or null; used when the option {@code loginUrl} is not set
     * @throws Exception if it cannot be read
     */
    default @Nullable String loginUrl() throws Exception {
        return null;
    }

    /**
     * Tells cheaply whether the source has changed, for example by a file's date. The component asks before each
     * reading and every few seconds while logins are denied, and logs in at once when the answer differs from the one
     * before.
     *
     * @return anything that is equal as long as nothing has changed; null if only {@link #candidates} can tell
     */
    default @Nullable Object version() {
        return null;
    }
}
