package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a login at one moment. Immutable; the text form shows no token and no secret.
 *
 * @param entry the token in use, null before the first login
 * @param usable whether there is a token that Salesforce has not rejected
 * @param age since the login that returned it last; null without one
 * @param renewalIn until the next renewal or question in the background; null if none is planned
 * @param lastReason why the last successful login was made; null before it
 * @param lastFailure why the last login failed; null if it succeeded or there was none
 * @param nextAttemptIn when a login is allowed; zero for now
 * @param loginsLeft what is left of the login budget
 * @param userBefore the token before the Run As user was changed last; null if it never was
 * @param loginUnderWayFor since when a login has been under way; null if there is none
 * @param loginOverdue whether that login takes longer than its time-outs allow: than those of one attempt if there is
 *     no token that works, else than those of all
 */
public record TokenStatus(
        @Nullable TokenEntry entry,
        boolean usable,
        @Nullable Duration age,
        @Nullable Duration renewalIn,
        @Nullable LoginReason lastReason,
        @Nullable LoginException lastFailure,
        Duration nextAttemptIn,
        int loginsLeft,
        @Nullable AccessToken userBefore,
        @Nullable Duration loginUnderWayFor,
        boolean loginOverdue) {}
