package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Timing and rate limits for token renewal. Each has a default that suits Salesforce; set them on the component as
 * {@code tokenPolicy.<name>}, before it starts. Not thread-safe; read-only once a manager has it.
 *
 * <p>All setters throw {@link IllegalArgumentException} with the option's name and the allowed range.
 */
public final class TokenPolicy {

    private static final Duration DAY = Duration.ofDays(1);

    private Duration mandatoryWindow = Duration.ofSeconds(60);
    private @Nullable Duration advisoryWindow;
    private double advisoryJitter = 0.25;
    private int maxLoginAttempts = 3;
    private Duration loginRetryDelay = Duration.ofSeconds(1);
    private Duration renewalBackoff = Duration.ofSeconds(30);
    private Duration renewalBackoffMax = Duration.ofMinutes(5);
    private Duration loginBackoff = Duration.ofSeconds(1);
    private Duration loginBackoffMax = Duration.ofSeconds(60);
    private Duration deniedBackoff = Duration.ofSeconds(5);
    private Duration deniedBackoffMax = Duration.ofMinutes(5);
    private Duration rotationGracePeriod = Duration.ofMinutes(15);
    private Duration rotationBackoffMax = Duration.ofSeconds(60);
    private int loginBurst = 10;
    private int loginsPerHour = 60;
    private boolean introspection = true;
    private Duration introspectionInterval = Duration.ofMinutes(30);
    private @Nullable Duration assumedTokenLifetime;

    /** Creates the defaults. */
    public TokenPolicy() {}

    /** @return how long before its expiry a token is no longer used without an attempt to renew it; default 60 s */
    public Duration getMandatoryWindow() {
        return mandatoryWindow;
    }

    /** @param mandatoryWindow at least 0, at most 1 h, and never more than a quarter of a token's life */
    public void setMandatoryWindow(Duration mandatoryWindow) {
        this.mandatoryWindow = within("mandatoryWindow", mandatoryWindow, Duration.ZERO, Duration.ofHours(1));
    }

    /** @return how long before its expiry a token is renewed in the background; null for the default by its life */
    public @Nullable Duration getAdvisoryWindow() {
        return advisoryWindow;
    }

    /**
     * @param advisoryWindow at least 1 s, at most 24 h, and never more than half of a token's life. Null means 5 min
     *     for a life up to 20 min, 15 min for a life up to 90 min, and otherwise 60 min
     */
    public void setAdvisoryWindow(@Nullable Duration advisoryWindow) {
        this.advisoryWindow =
                advisoryWindow == null ? null : within("advisoryWindow", advisoryWindow, Duration.ofSeconds(1), DAY);
    }

    /** @return by which share of the advisory window a renewal can be late, so that nodes do not move together */
    public double getAdvisoryJitter() {
        return advisoryJitter;
    }

    /** @param advisoryJitter at least 0, at most 0.5; default 0.25 */
    public void setAdvisoryJitter(double advisoryJitter) {
        if (!(advisoryJitter >= 0 && advisoryJitter <= 0.5)) {
            throw outOfRange("advisoryJitter", advisoryJitter, "0", "0.5");
        }
        this.advisoryJitter = advisoryJitter;
    }

    /** @return how many attempts one login has when Salesforce is unavailable */
    public int getMaxLoginAttempts() {
        return maxLoginAttempts;
    }

    /** @param maxLoginAttempts at least 1, at most 10; default 3 */
    public void setMaxLoginAttempts(int maxLoginAttempts) {
        this.maxLoginAttempts = within("maxLoginAttempts", maxLoginAttempts, 1, 10);
    }

    /** @return the pause before the second attempt of one login; it doubles after each attempt */
    public Duration getLoginRetryDelay() {
        return loginRetryDelay;
    }

    /** @param loginRetryDelay at least 100 ms, at most 1 min; default 1 s */
    public void setLoginRetryDelay(Duration loginRetryDelay) {
        this.loginRetryDelay =
                within("loginRetryDelay", loginRetryDelay, Duration.ofMillis(100), Duration.ofMinutes(1));
    }

    /** @return the first pause after a failed renewal while the token still works; it doubles after each failure */
    public Duration getRenewalBackoff() {
        return renewalBackoff;
    }

    /** @param renewalBackoff at least 1 s, at most 24 h; default 30 s */
    public void setRenewalBackoff(Duration renewalBackoff) {
        this.renewalBackoff = within("renewalBackoff", renewalBackoff, Duration.ofSeconds(1), DAY);
    }

    /** @return the longest pause after failed renewals while the token still works */
    public Duration getRenewalBackoffMax() {
        return renewalBackoffMax;
    }

    /** @param renewalBackoffMax at least 1 s, at most 24 h; default 5 min */
    public void setRenewalBackoffMax(Duration renewalBackoffMax) {
        this.renewalBackoffMax = within("renewalBackoffMax", renewalBackoffMax, Duration.ofSeconds(1), DAY);
    }

    /** @return the first pause after a failed login while there is no valid token; it doubles after each failure */
    public Duration getLoginBackoff() {
        return loginBackoff;
    }

    /** @param loginBackoff at least 100 ms, at most 1 h; default 1 s */
    public void setLoginBackoff(Duration loginBackoff) {
        this.loginBackoff = within("loginBackoff", loginBackoff, Duration.ofMillis(100), Duration.ofHours(1));
    }

    /** @return the longest pause after failed logins while there is no valid token */
    public Duration getLoginBackoffMax() {
        return loginBackoffMax;
    }

    /** @param loginBackoffMax at least 100 ms, at most 1 h; default 60 s */
    public void setLoginBackoffMax(Duration loginBackoffMax) {
        this.loginBackoffMax = within("loginBackoffMax", loginBackoffMax, Duration.ofMillis(100), Duration.ofHours(1));
    }

    /** @return the first pause after a denied login; it doubles after each denied login */
    public Duration getDeniedBackoff() {
        return deniedBackoff;
    }

    /** @param deniedBackoff at least 1 s, at most 24 h; default 5 s */
    public void setDeniedBackoff(Duration deniedBackoff) {
        this.deniedBackoff = within("deniedBackoff", deniedBackoff, Duration.ofSeconds(1), DAY);
    }

    /** @return the longest pause after denied logins */
    public Duration getDeniedBackoffMax() {
        return deniedBackoffMax;
    }

    /** @param deniedBackoffMax at least 1 s, at most 24 h; default 5 min */
    public void setDeniedBackoffMax(Duration deniedBackoffMax) {
        this.deniedBackoffMax = within("deniedBackoffMax", deniedBackoffMax, Duration.ofSeconds(1), DAY);
    }

    /**
     * @return how long after the last successful login a denied login can come from a rotation that has not reached all
     *     of Salesforce's servers
     */
    public Duration getRotationGracePeriod() {
        return rotationGracePeriod;
    }

    /** @param rotationGracePeriod at least 0, at most 24 h; default 15 min */
    public void setRotationGracePeriod(Duration rotationGracePeriod) {
        this.rotationGracePeriod = within("rotationGracePeriod", rotationGracePeriod, Duration.ZERO, DAY);
    }

    /** @return the longest pause after denied logins during the rotation grace period */
    public Duration getRotationBackoffMax() {
        return rotationBackoffMax;
    }

    /** @param rotationBackoffMax at least 1 s, at most 24 h; default 60 s */
    public void setRotationBackoffMax(Duration rotationBackoffMax) {
        this.rotationBackoffMax = within("rotationBackoffMax", rotationBackoffMax, Duration.ofSeconds(1), DAY);
    }

    /** @return how many logins the budget allows at once before it is spent */
    public int getLoginBurst() {
        return loginBurst;
    }

    /** @param loginBurst at least 2, at most 3,600; default 10 */
    public void setLoginBurst(int loginBurst) {
        this.loginBurst = within("loginBurst", loginBurst, 2, 3_600);
    }

    /** @return how many logins an hour the budget grows by */
    public int getLoginsPerHour() {
        return loginsPerHour;
    }

    /**
     * @param loginsPerHour at least 1, at most 3,600, which is Salesforce's limit for one user on all nodes together
     *     (SOAP API Developer Guide, "login()"); default 60
     */
    public void setLoginsPerHour(int loginsPerHour) {
        this.loginsPerHour = within("loginsPerHour", loginsPerHour, 1, 3_600);
    }

    /** @return whether Salesforce is asked when a token expires */
    public boolean isIntrospection() {
        return introspection;
    }

    /** @param introspection whether Salesforce is asked when a token expires; default true */
    public void setIntrospection(boolean introspection) {
        this.introspection = introspection;
    }

    /** @return how often Salesforce is asked about a token whose expiry is unknown */
    public Duration getIntrospectionInterval() {
        return introspectionInterval;
    }

    /** @param introspectionInterval at least 1 min, at most 24 h; default 30 min */
    public void setIntrospectionInterval(Duration introspectionInterval) {
        this.introspectionInterval = within("introspectionInterval", introspectionInterval, Duration.ofMinutes(1), DAY);
    }

    /** @return how long a token is taken to live when Salesforce does not say, or null for no assumption */
    public @Nullable Duration getAssumedTokenLifetime() {
        return assumedTokenLifetime;
    }

    /** @param assumedTokenLifetime at least 1 min, at most 24 h, or null */
    public void setAssumedTokenLifetime(@Nullable Duration assumedTokenLifetime) {
        this.assumedTokenLifetime = assumedTokenLifetime == null
                ? null
                : within("assumedTokenLifetime", assumedTokenLifetime, Duration.ofMinutes(1), DAY);
    }

    private static Duration within(String option, Duration value, Duration min, Duration max) {
        if (value == null || value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw outOfRange(option, value, min, max);
        }
        return value;
    }

    private static int within(String option, int value, int min, int max) {
        if (value < min || value > max) {
            throw outOfRange(option, value, min, max);
        }
        return value;
    }

    private static IllegalArgumentException outOfRange(String option, @Nullable Object value, Object min, Object max) {
        return new IllegalArgumentException(
                "Option tokenPolicy." + option + " must be between " + min + " and " + max + ", but is " + value);
    }
}
