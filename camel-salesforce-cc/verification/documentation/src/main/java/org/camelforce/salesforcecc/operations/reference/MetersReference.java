package org.camelforce.salesforcecc.operations.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.health.ApiUsageHealthCheck;
import org.camelforce.salesforcecc.internal.health.LoginHealthCheck;
import org.camelforce.salesforcecc.internal.health.SubscriptionHealthCheck;
import org.camelforce.salesforcecc.internal.health.ThreadsHealthCheck;
import org.camelforce.salesforcecc.internal.metrics.LoginObservation;
import org.camelforce.salesforcecc.internal.metrics.RequestObservation;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.operations.prometheus.SeriesNames;
import org.camelforce.salesforcecc.operations.reference.DocumentedConstants.Constant;

/** The page {@value #FILE}, made of the component's constants and their Javadoc. */
public final class MetersReference {

    /** Where the page is in the repository. */
    public static final String FILE = "src/docs/meters.md";

    private static final String COMPONENT = "camel-salesforce-cc/component";

    private static final String INTRODUCTION =
            """
            # Meters, log events and health details

            *This page is generated. To generate it again, run:
            `src/docs/generate`*

            ## Meters

            The component registers them by itself if there is one `MeterRegistry` in Camel's registry. Those of the login
            and the requests are there from the start of the component, those of a subscription from the start of its route
            to its stop. Counters are there with zero before anything is counted. What is not known is `NaN`. The meters with the tag
            `operation` are there from the first request with their tags.

            """;

    private static final String OBSERVATION =
            """

            ### The observations of logins and requests

            Where Camel's registry has an `ObservationRegistry`, each login is an observation `%s`, and each request an
            observation `%s`: a span in a trace, and, with a handler for meters, these series. Those of logins are tagged
            with `component`, `reason` and `outcome`, those of requests with `component`, `operation`, `object` and
            `outcome`, all of them with what Micrometer adds itself:

            """;

    private MetersReference() {}

    /**
     * Writes the page.
     *
     * @param arguments the repository's root
     * @throws IOException if the sources cannot be read or the page cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[0]);
        Files.writeString(repository.resolve(FILE), markdown(repository));
    }

    /**
     * @param repository the repository's root
     * @return the page
     * @throws IOException if the sources cannot be read
     */
    public static String markdown(Path repository) throws IOException {
        Path component = repository.resolve(COMPONENT);
        return INTRODUCTION
                + meters()
                + tags(component)
                + OBSERVATION.formatted(LoginObservation.NAME, RequestObservation.NAME)
                + SeriesNames.ofTheObservations().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ", "", ".\n"))
                + logEvents(component)
                + health(component);
    }

    private static String meters() {
        return "| meter | type | unit | in Prometheus | tags | meaning |\n|---|---|---|---|---|---|\n"
                + Arrays.stream(SalesforceCcMeter.values())
                        .map(MetersReference::row)
                        .collect(Collectors.joining());
    }

    private static String row(SalesforceCcMeter meter) {
        return "| `" + meter.id() + "` | "
                + meter.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " | " + (meter.unit() == null ? "" : meter.unit())
                + " | " + code(SeriesNames.of(meter).stream(), "<br>")
                + " | " + code(meter.tags().stream().map(MeterTag::key), ", ")
                + " | " + meter.description() + " |\n";
    }

    private static String tags(Path component) throws IOException {
        return "\n### Tags\n\n"
                + table("tag", DocumentedConstants.of(component, MeterTag.class).ofEnum());
    }

    private static String logEvents(Path component) throws IOException {
        return "\n## Log events\n\nEach line has its name under the key `" + LogEvent.NAME
                + "`. Names and keys stay as they"
                + " are, texts may change.\n\n| event | level | when, and the other keys |\n|---|---|---|\n"
                + DocumentedConstants.of(component, LogEvent.class).ofEnum().stream()
                        .map(event ->
                                "| `" + event.value() + "` | " + event.text().replaceFirst("\\. ", " | ") + " |\n")
                        .collect(Collectors.joining());
    }

    private static String health(Path component) throws IOException {
        return "\n## Details of the health checks\n"
                + details(component, "salesforce-cc:<component>", LoginHealthCheck.class)
                + details(component, "salesforce-cc:<component>:api", ApiUsageHealthCheck.class)
                + details(component, "salesforce-cc:<component>:threads", ThreadsHealthCheck.class)
                + details(
                        component, "salesforce-cc:<component>:<channel>:<subscription>", SubscriptionHealthCheck.class);
    }

    private static String details(Path component, String id, Class<?> check) throws IOException {
        return "\n### `" + id + "`\n\n"
                + table("detail", DocumentedConstants.of(component, check).strings());
    }

    private static String table(String first, List<Constant> constants) {
        return "| " + first + " | meaning |\n|---|---|\n"
                + constants.stream()
                        .map(constant -> "| `" + constant.value() + "` | " + constant.text() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String code(Stream<String> names, String separator) {
        return names.map(name -> "`" + name + "`").collect(Collectors.joining(separator));
    }
}
