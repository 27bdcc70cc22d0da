package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.camelforce.salesforcecc.SalesforceCcManagement;
import org.camelforce.salesforcecc.SalesforceCcOptions;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.health.ApiUsageHealthCheck;
import org.camelforce.salesforcecc.internal.health.LoginHealthCheck;
import org.camelforce.salesforcecc.internal.health.SubscriptionHealthCheck;
import org.camelforce.salesforcecc.internal.health.ThreadsHealthCheck;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide names all that a user can set, see or be refused with. */
class CoverageTest {

    private static final String GUIDE = guide();
    private static final String TROUBLESHOOTING = Project.page("troubleshooting.md");
    private static final String OPERATIONS = Project.page("operations.md");

    @ParameterizedTest
    @MethodSource
    void optionWhenItIsTheComponentsOwnThenNamed(String option) {
        assertThat(GUIDE.contains("`" + option + "`")).isTrue();
    }

    static Stream<String> optionWhenItIsTheComponentsOwnThenNamed() {
        return Stream.of(
                        SalesforceCcOptions.class,
                        SalesforceCcOptions.class.getSuperclass(),
                        TokenPolicy.class,
                        SubscriptionOptions.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
                .map(Field::getName);
    }

    @ParameterizedTest
    @MethodSource
    void detailWhenAHealthCheckShowsItThenNamed(String detail) {
        assertThat(GUIDE.contains("`" + detail + "`")).isTrue();
    }

    static Stream<String> detailWhenAHealthCheckShowsItThenNamed() {
        return Stream.of(
                        LoginHealthCheck.class,
                        SubscriptionHealthCheck.class,
                        ApiUsageHealthCheck.class,
                        ThreadsHealthCheck.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> field.getType() == String.class
                        && field.getDeclaringClass().getPackageName().equals(LoginHealthCheck.class.getPackageName()))
                .map(CoverageTest::value);
    }

    @ParameterizedTest
    @EnumSource
    void eventWhenItCanBeLoggedThenNamed(LogEvent event) {
        assertThat(GUIDE.contains("`" + event.id() + "`")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void meterWhenItIsEmittedThenNamed(SalesforceCcMeter meter) {
        assertThat(GUIDE.contains("`" + meter.id() + "`")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void stateWhenASubscriptionCanHaveItThenExplained(SubscriptionState state) {
        assertThat(OPERATIONS.contains("`" + state + "`")).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void jmxWhenOfferedThenExplained(String name) {
        assertThat(OPERATIONS.contains("`" + name + "`")).isTrue();
    }

    static Stream<String> jmxWhenOfferedThenExplained() {
        return Arrays.stream(SalesforceCcManagement.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class)
                        || method.isAnnotationPresent(ManagedOperation.class))
                .map(method -> method.getName().replaceFirst("^(get|is)(?=[A-Z])", ""));
    }

    @ParameterizedTest
    @EnumSource
    void reasonWhenALoginCanBeDeniedThenHasAnEntry(DenialReason reason) {
        assertThat(TROUBLESHOOTING.contains("| `" + reason + "` |")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void reasonWhenALoginCanBeUnavailableThenHasAnEntry(LoginUnavailableException.Reason reason) {
        assertThat(TROUBLESHOOTING.contains("| `" + reason + "` |")).isTrue();
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null)).toLowerCase(Locale.ROOT);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String guide() {
        try {
            try (Stream<Path> pages = Files.list(Project.ROOT.resolve("src/docs"))) {
                return pages.map(page -> page.getFileName().toString())
                        .filter(name -> name.endsWith(".md"))
                        .map(Project::page)
                        .collect(Collectors.joining("\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
