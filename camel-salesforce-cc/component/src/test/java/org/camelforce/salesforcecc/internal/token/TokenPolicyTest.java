package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenPolicyTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TENTH = Duration.ofMillis(100);

    private final TokenPolicy policy = new TokenPolicy();

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void r16SetWhenADurationIsAtTheEdgeThenTakenAndBeyondItRefusedByName(
            String option, BiConsumer<TokenPolicy, Duration> setter, Duration least, Duration most) {
        String message = "Option tokenPolicy." + option + " must be between " + least + " and " + most + ", but is ";

        assertThatCode(() -> setter.accept(policy, least)).doesNotThrowAnyException();
        assertThatCode(() -> setter.accept(policy, most)).doesNotThrowAnyException();
        for (Duration beyond : new Duration[] {least.minusNanos(1), most.plusNanos(1)}) {
            assertThatThrownBy(() -> setter.accept(policy, beyond))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message + beyond);
        }
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                duration("mandatoryWindow", TokenPolicy::setMandatoryWindow, Duration.ZERO, HOUR),
                duration("advisoryWindow", TokenPolicy::setAdvisoryWindow, SECOND, DAY),
                duration("loginRetryDelay", TokenPolicy::setLoginRetryDelay, TENTH, MINUTE),
                duration("renewalBackoff", TokenPolicy::setRenewalBackoff, SECOND, DAY),
                duration("renewalBackoffMax", TokenPolicy::setRenewalBackoffMax, SECOND, DAY),
                duration("loginBackoff", TokenPolicy::setLoginBackoff, TENTH, HOUR),
                duration("loginBackoffMax", TokenPolicy::setLoginBackoffMax, TENTH, HOUR),
                duration("deniedBackoff", TokenPolicy::setDeniedBackoff, SECOND, DAY),
                duration("deniedBackoffMax", TokenPolicy::setDeniedBackoffMax, SECOND, DAY),
                duration("rotationGracePeriod", TokenPolicy::setRotationGracePeriod, Duration.ZERO, DAY),
                duration("rotationBackoffMax", TokenPolicy::setRotationBackoffMax, SECOND, DAY),
                duration("introspectionInterval", TokenPolicy::setIntrospectionInterval, MINUTE, DAY),
                duration("assumedTokenLifetime", TokenPolicy::setAssumedTokenLifetime, MINUTE, DAY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void r16SetWhenANumberIsAtTheEdgeThenTakenAndBeyondItRefusedByName(
            String option, BiConsumer<TokenPolicy, Integer> setter, int least, int most) {
        String message = "Option tokenPolicy." + option + " must be between " + least + " and " + most + ", but is ";

        assertThatCode(() -> setter.accept(policy, least)).doesNotThrowAnyException();
        assertThatCode(() -> setter.accept(policy, most)).doesNotThrowAnyException();
        for (int beyond : new int[] {least - 1, most + 1}) {
            assertThatThrownBy(() -> setter.accept(policy, beyond))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message + beyond);
        }
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("maxLoginAttempts", TokenPolicy::setMaxLoginAttempts, 1, 10),
                number("loginBurst", TokenPolicy::setLoginBurst, 2, 3_600),
                number("loginsPerHour", TokenPolicy::setLoginsPerHour, 1, 3_600));
    }

    @Test
    void r16SetAdvisoryJitterWhenAtTheEdgeThenTakenAndBeyondItRefusedByName() {
        policy.setAdvisoryJitter(0);
        policy.setAdvisoryJitter(0.5);
        for (double beyond : new double[] {-0.001, 0.501, Double.NaN}) {
            assertThatThrownBy(() -> policy.setAdvisoryJitter(beyond))
                    .hasMessage("Option tokenPolicy.advisoryJitter must be between 0 and 0.5, but is " + beyond);
        }
    }

    @Test
    void r16SetWhenADurationThatMustBeThereIsNullThenRefusedByName() {
        assertThatThrownBy(() -> policy.setMandatoryWindow(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option tokenPolicy.mandatoryWindow");
    }

    @Test
    void setWhenADurationMayBeUnsetThenNullUnsetsIt() {
        policy.setAdvisoryWindow(HOUR);
        policy.setAssumedTokenLifetime(HOUR);

        policy.setAdvisoryWindow(null);
        policy.setAssumedTokenLifetime(null);

        assertThat(policy.getAdvisoryWindow()).isNull();
        assertThat(policy.getAssumedTokenLifetime()).isNull();
    }

    /** An option that is added must be added to the tables above. */
    @Test
    void r16SetWhenThereIsANewOptionThenItsRangeIsTested() {
        long setters = Arrays.stream(TokenPolicy.class.getMethods())
                .filter(method -> method.getName().startsWith("set"))
                .count();

        assertThat(setters).isEqualTo(durations().count() + numbers().count() + 2);
    }

    private static Arguments duration(
            String option, BiConsumer<TokenPolicy, Duration> setter, Duration least, Duration most) {
        return Arguments.of(option, setter, least, most);
    }

    private static Arguments number(String option, BiConsumer<TokenPolicy, Integer> setter, int least, int most) {
        return Arguments.of(option, setter, least, most);
    }
}
