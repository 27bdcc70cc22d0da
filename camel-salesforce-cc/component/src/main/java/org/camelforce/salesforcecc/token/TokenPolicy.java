package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a token's life. Every one has a default that suits Salesforce; set them on the component as
 * {@code tokenPolicy.<name>}, before it starts. Not thread-safe; read-only once a manager has it.
 *
 * <p>All setters throw {@link IllegalArgumentException} with the option's name and the allowed range.
 */
public final class TokenPolicy {

    private static final Duration DAY = Duration.ofDays(1);

    private Duration mandatoryWindow = Duration.ofSeconds(60);
    private @Nullable Duration advisoryWindow;
    private double advisoryJitter = 0.25;
    private int attempts = 3;
    private Duration attemptDelay = Duration.ofSeconds(1);
    private Duration usablePace = Duration.ofSeconds(30);
    private Duration usablePaceMost = Duration.ofMinutes(5);
    private Duration unusablePace = Duration.ofSeconds(1);
    private Duration unusablePaceMost = Duration.ofSeconds(60);
    private Duration rejectedPace = Duration.ofSeconds(5);
    private Duration rejectedPaceMost = Duration.ofMinutes(5);
    private Duration settlingTime = Duration.ofMinutes(15);
    private Duration settlingPaceMost = Duration.ofSeconds(60);
    private int loginBurst = 10;
    private int loginsPerHour = 60;
    private boolean introspection = true;
    private Duration introspectionInterval = Duration.ofMinutes(30);
    private @Nullable Duration assumedTokenLifetime;

    /** Creates the defaults. */
    public TokenPolicy() {}

    /** @return how long before its expiry a token is not used any more without trying to renew it; default 60 s */
    public Duration getMandatoryWindow() {
        return mandatoryWindow;
    }

    /** @param mandatoryWindow at least 0, at most 1 h; a quarter of a token's life at most is used */
    public void setMandatoryWindow(Duration mandatoryWindow) {
        this.mandatoryWindow = within("mandatoryWindow", mandatoryWindow, Duration.ZERO, Duration.ofHours(1));
    }

    /** @return how long before its expiry a token is renewed in the background; null for the default by its life */
    public @Nullable Duration getAdvisoryWindow() {
        return advisoryWindow;
    }

    /**
     * @param advisoryWindow at least 1 s, at most 24 h; half of a token's life at most is used; null for 5 min of a
     *     life up to 20 min, 15 min of a life up to 90 min, and else 60 min
     */
    public void setAdvisoryWindow(@Nullable Duration advisoryWindow) {
        this.advisoryWindow =
                advisoryWindow == null ? null : within("advisoryWindow", advisoryWindow, Duration.ofSeconds(1), DAY);
    }

    /** @return by which share of the advisory window a renewal may be late, so that nodes do not move together */
    public double getAdvisoryJitter() {
        return advisoryJitter;
    }

    /** @param advisoryJitter at least 0, at most 0.5; default 0.25 */
    public void setAdvisoryJitter(double advisoryJitter) {
        if (!(advisoryJitter >= 0 && advisoryJitter <= 0.5)) {
            throw refused("advisoryJitter", advisoryJitter, "0", "0.5");
        }
        this.advisoryJitter = advisoryJitter;
    }

    /** @return how often one login is tried when Salesforce is unavailable */
    public int getAttempts() {
        return attempts;
    }

    /** @param attempts at least 1, at most 10; default 3 */
    public void setAttempts(int attempts) {
        this.attempts = within("attempts", attempts, 1, 10);
    }

    /** @return the time between the first two attempts of one login; it doubles */
    public Duration getAttemptDelay() {
        return attemptDelay;
    }

    /** @param attemptDelay at least 100 ms, at most 1 min; default 1 s */
    public void setAttemptDelay(Duration attemptDelay) {
        this.attemptDelay = within("attemptDelay", attemptDelay, Duration.ofMillis(100), Duration.ofMinutes(1));
    }

    /** @return the first pause after a failed renewal of a token that still works; it doubles */
    public Duration getUsablePace() {
        return usablePace;
    }

    /** @param usablePace at least 1 s, at most 24 h; default 30 s */
    public void setUsablePace(Duration usablePace) {
        this.usablePace = within("usablePace", usablePace, Duration.ofSeconds(1), DAY);
    }

    /** @return the longest pause after failed renewals of a token that still works */
    public Duration getUsablePaceMost() {
        return usablePaceMost;
    }

    /** @param usablePaceMost at least 1 s, at most 24 h; default 5 min */
    public void setUsablePaceMost(Duration usablePaceMost) {
        this.usablePaceMost = within("usablePaceMost", usablePaceMost, Duration.ofSeconds(1), DAY);
    }

    /** @return the first pause after a failed login while there is no token that works; it doubles */
    public Duration getUnusablePace() {
        return unusablePace;
    }

    /** @param unusablePace at least 100 ms, at most 1 h; default 1 s */
    public void setUnusablePace(Duration unusablePace) {
        this.unusablePace = within("unusablePace", unusablePace, Duration.ofMillis(100), Duration.ofHours(1));
    }

    /** @return the longest pause after failed logins while there is no token that works */
    public Duration getUnusablePaceMost() {
        return unusablePaceMost;
    }

    /** @param unusablePaceMost at least 100 ms, at most 1 h; default 60 s */
    public void setUnusablePaceMost(Duration unusablePaceMost) {
        this.unusablePaceMost =
                within("unusablePaceMost", unusablePaceMost, Duration.ofMillis(100), Duration.ofHours(1));
    }

    /** @return the first pause after a refused login; it doubles */
    public Duration getRejectedPace() {
        return rejectedPace;
    }

    /** @param rejectedPace at least 1 s, at most 24 h; default 5 s */
    public void setRejectedPace(Duration rejectedPace) {
        this.rejectedPace = within("rejectedPace", rejectedPace, Duration.ofSeconds(1), DAY);
    }

    /** @return the longest pause after refused logins */
    public Duration getRejectedPaceMost() {
        return rejectedPaceMost;
    }

    /** @param rejectedPaceMost at least 1 s, at most 24 h; default 5 min */
    public void setRejectedPaceMost(Duration rejectedPaceMost) {
        this.rejectedPaceMost = within("rejectedPaceMost", rejectedPaceMost, Duration.ofSeconds(1), DAY);
    }

    /** @return how long a refusal may be a rotation that settles, counted from when the credentials worked */
    public Duration getSettlingTime() {
        return settlingTime;
    }

    /** @param settlingTime at least 0, at most 24 h; default 15 min */
    public void setSettlingTime(Duration settlingTime) {
        this.settlingTime = within("settlingTime", settlingTime, Duration.ZERO, DAY);
    }

    /** @return the longest pause after refused logins while a rotation may be settling */
    public Duration getSettlingPaceMost() {
        return settlingPaceMost;
    }

    /** @param settlingPaceMost at least 1 s, at most 24 h; default 60 s */
    public void setSettlingPaceMost(Duration settlingPaceMost) {
        this.settlingPaceMost = within("settlingPaceMost", settlingPaceMost, Duration.ofSeconds(1), DAY);
    }

    /** @return how many logins may be made at once before the budget is spent */
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

    private static Duration within(String option, Duration value, Duration least, Duration most) {
        if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(option, value, least, most);
        }
        return value;
    }

    private static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(option, value, least, most);
        }
        return value;
    }

    private static IllegalArgumentException refused(String option, @Nullable Object value, Object least, Object most) {
        return new IllegalArgumentException(
                "Option tokenPolicy." + option + " must be between " + least + " and " + most + ", but is " + value);
    }
}
