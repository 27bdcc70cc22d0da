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
            # Meters, log events, and health details

            *This page is generated. To generate it again, run `src/docs/generate`.*

            This page is the reference for operators: every meter, log event, and detail of a health check. To get them, see
            [operate the component](operations.md).

            ## Meters

            Meters exist from these times on:

            - Meters of logins and requests: from the start of the component. Meters with the tag `operation`: from the first
              request with these tags.
            - Meters of a subscription: from the start of its route until the route stops.

            Counters start with zero. An unknown value is `NaN`. `salesforce.cc.request.received` counts compressed answers as they arrive.

            """;

    private static final String OBSERVATION =
            """

            ### Observations of logins and requests

            If the context has an `ObservationRegistry` bean, each login is an observation `%s` with the tags
            `component`, `reason`, and `outcome`. Each request is an observation `%s` with the tags `component`,
            `operation`, `object`, and `outcome`. Micrometer adds more tags. Observations are spans in
            [traces](operations.md#traces). If the registry has a handler for meters, you also get these series:

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
        return "\n## Log events\n\nThe key `" + LogEvent.NAME
                + "` of each line has the name of the event. Names and keys are stable; texts can change. Every event of a"
                + " subscription also has the keys `subscription` and `channel`.\n\n"
                + "| event | level | when, and the other keys |\n|---|---|---|\n"
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
