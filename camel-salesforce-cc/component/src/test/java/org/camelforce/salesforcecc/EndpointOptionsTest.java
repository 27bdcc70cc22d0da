package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of endpoints. Those of the component have {@link OptionEffectsIT}. */
@WithSalesforceSimulator
class EndpointOptionsTest {

    private static final Path TESTS = Path.of("src/test/java");

    /** They go through all options and say nothing about the effect of one. */
    private static final Set<String> OF_ALL = Set.of(
            "DoctorOptionsIT.java",
            "HostileExchanges.java",
            "HostileMessages.java",
            "OptionEffectsIT.java",
            "SalesforceCcVerifierExtensionIT.java");

    /** Camel's own, which this component never reads; and the name of the operation, which is in every URI. */
    private static final Set<String> OF_CAMEL =
            Set.of("bridgeErrorHandler", "exceptionHandler", "exchangePattern", "lazyStartProducer", "operationName");

    @Test
    void f7OptionsWhenInTheSchemaThenATestSetsEach() throws IOException {
        List<String> sources = sources();

        assertThat(OptionSchema.names("properties"))
                .filteredOn(option -> !OF_CAMEL.contains(option))
                .filteredOn(option -> !isSet(option, sources))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 20, 5", "5, 3, 3", "0, 20, 1"})
    void f7ConsumerWorkerPoolWhenEnabledThenItHasAsManyThreadsAsTheOptionsSay(
            int size, int maxSize, int threads, SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            SalesforceCcEndpoint endpoint = context.getEndpoint(
                    "salesforce-cc:subscribe:/event/Order__e?consumerWorkerPoolEnabled=true&consumerWorkerPoolSize="
                            + size + "&consumerWorkerPoolMaxSize=" + maxSize,
                    SalesforceCcEndpoint.class);

            assertThat(endpoint.parallel()).isEqualTo(threads);
        }
    }

    /** In a URI, by a setter, or as a parameter of its own name in a URI that is put together. */
    private static boolean isSet(String option, List<String> sources) {
        String name = option.equals("apexQueryParams") ? "apexQueryParam" : option;
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Predicate<String> named = Pattern.compile("\\b" + name + "[=.]").asPredicate();
        return sources.stream()
                .anyMatch(source -> source.contains('"' + name + '"')
                        || source.contains(".set" + capital + "(")
                        || source.contains(name) && named.test(source));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OF_ALL.contains(file.getFileName().toString()))
                    .map(EndpointOptionsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
