package org.camelforce.salesforcecc.internal.token;

import java.util.Objects;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/**
 * Compares org and user of each login with those of the one before and with the expected ones. Ids are compared in
 * their 15-character form, which is case-sensitive and the beginning of the 18-character one (Object Reference, "ID
 * Field Type").
 *
 * @param expectedOrgId the only org to connect to, or null for any
 * @param expectedUserId the only user to act as, or null for any
 */
public record IdentityGuard(@Nullable String expectedOrgId, @Nullable String expectedUserId) {

    /** Accepts every org and user at the first login. */
    public static final IdentityGuard ANY = new IdentityGuard(null, null);

    /**
     * Guards the components.
     *
     * @throws IllegalArgumentException if one is no id; the message names the option
     */
    public IdentityGuard {
        requireId("expectedOrgId", "00D", expectedOrgId);
        requireId("expectedUserId", "005", expectedUserId);
    }

    /** Null if the token may be used. */
    @Nullable
    LoginDeniedException objection(@Nullable AccessToken before, AccessToken token) {
        if (expectedOrgId != null && !RecordIds.isSame(expectedOrgId, token.orgId())) {
            return new LoginDeniedException(
                    DenialReason.UNEXPECTED_ORG,
                    "The login returned a token of org " + token.orgId() + ", but option expectedOrgId is "
                            + expectedOrgId,
                    200);
        }
        if (expectedUserId != null && !RecordIds.isSame(expectedUserId, token.userId())) {
            return new LoginDeniedException(
                    DenialReason.UNEXPECTED_USER,
                    "The login returned a token of user " + token.userId() + ", but option expectedUserId is "
                            + expectedUserId,
                    200);
        }
        String org = before == null ? null : before.orgId();
        if (org != null && token.orgId() != null && !RecordIds.isSame(org, token.orgId())) {
            return new LoginDeniedException(
                    DenialReason.DIFFERENT_ORG,
                    "The login returned a token of org " + token.orgId() + ", but this component is connected to org "
                            + org,
                    200);
        }
        return null;
    }

    /** The token in use before, if it acted as another user. */
    static @Nullable AccessToken formerUser(@Nullable TokenEntry before, TokenEntry now) {
        if (before == null) {
            return null;
        }
        String former = before.token().userId();
        String user = now.token().userId();
        boolean same = former == null || user == null ? Objects.equals(former, user) : RecordIds.isSame(former, user);
        return same ? null : before.token();
    }

    private static void requireId(String option, String prefix, @Nullable String id) {
        if (id != null && !id.matches(prefix + "[0-9A-Za-z]{12}([0-9A-Za-z]{3})?")) {
            throw new IllegalArgumentException("Option " + option + " must be an ID of 15 or 18 characters that begins"
                    + " with " + prefix + ", but is " + id);
        }
    }
}
