package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.operations.dashboard.Dashboard;
import org.camelforce.salesforcecc.operations.dashboard.Panel;
import org.camelforce.salesforcecc.operations.prometheus.AlertRule;
import org.camelforce.salesforcecc.operations.prometheus.Sample;
import org.camelforce.salesforcecc.operations.prometheus.Scrape;
import org.camelforce.salesforcecc.operations.prometheus.Selector;
import org.camelforce.salesforcecc.operations.prometheus.SeriesNames;
import org.camelforce.salesforcecc.operations.rig.MonitoredIntegration;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus gets from a running integration, against what is documented, drawn and alerted on. */
class ScrapeIT {

    private static final Path REPOSITORY = Path.of("../../..");
    private static final Map<String, String> COMPONENT = Map.of("component", "salesforce-cc");

    private static final String REQUESTS = "salesforce_cc_request_duration_seconds_count";
    private static final Fault DOWN = new Fault.Answer(503, "text/plain", "");

    private static MonitoredIntegration integration;
    private static Scrape scrape;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        integration = MonitoredIntegration.start(folder, new TokenPolicy(), exchange -> {});
        assertThat(integration.query()).isTrue();
        await().until(() -> now().of("salesforce_cc_subscription_open").stream().allMatch(open -> open.value() == 1));
        integration.publish(MonitoredIntegration.ORDER, 1);
        integration.publish(MonitoredIntegration.PAYMENT, 1);
        awaitProcessed(1);
        integration.org().faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1);
        assertThat(integration.query()).isTrue();
        integration.org().faults().inject(FaultPoint.REST_REQUEST, DOWN, 1);
        assertThat(integration.query()).isFalse();
        assertThat(integration.create("{}")).isFalse();
        await().untilAsserted(() -> assertThat(reconnected()).containsExactlyInAnyOrder("orders", "payments"));
        integration.publish(MonitoredIntegration.ORDER, 2);
        integration.publish(MonitoredIntegration.PAYMENT, 2);
        awaitProcessed(2);
        await().untilAsserted(() -> {
            scrape = now();
            assertThat(scrape.of("salesforce_cc_events_commit_lag"))
                    .extracting(Sample::value)
                    .containsOnly(0.0);
            // the route may have an event before it is told that its stream is open
            assertThat(scrape.of("salesforce_cc_subscription_open"))
                    .extracting(Sample::value)
                    .containsOnly(1.0);
        });
    }

    @AfterAll
    static void stop() {
        integration.close();
    }

    @Test
    void scrapeWhenEverythingHappenedThenEveryMeterWithExactlyItsTags() {
        for (SalesforceCcMeter meter : SalesforceCcMeter.values()) {
            Set<String> documented = meter.tags().stream().map(MeterTag::key).collect(Collectors.toSet());
            for (String name : SeriesNames.of(meter)) {
                Set<String> expected = new TreeSet<>(documented);
                if (name.endsWith(SeriesNames.BUCKET)) {
                    expected.add("le");
                }
                assertThat(scrape.of(name)).as(name).isNotEmpty().allSatisfy(sample -> assertThat(
                                sample.labels().keySet())
                        .as(name)
                        .isEqualTo(expected));
            }
        }
    }

    @Test
    void scrapeWhenEverythingHappenedThenNoSeriesThatIsNotDocumented() {
        assertThat(scrape.names(SeriesNames.PREFIX)).isSubsetOf(documentedSeries());
    }

    @Test
    void scrapeWhenLoginsAndRequestsAreObservedThenTheSeriesOfTheObservations() {
        assertThat(scrape.names(SeriesNames.PREFIX)).containsAll(SeriesNames.ofTheObservations());
        assertThat(value("salesforce_cc_login_seconds_count", Map.of("reason", "rejected", "outcome", "success")))
                .isEqualTo(1);
        assertThat(value("salesforce_cc_request_seconds_count", Map.of("operation", "query", "outcome", "success")))
                .isEqualTo(2);
    }

    @Test
    void scrapeWhenEverythingHappenedThenCountsIt() {
        assertThat(value("salesforce_cc_logins_total", Map.of("reason", "initial", "outcome", "success")))
                .isEqualTo(1);
        assertThat(value("salesforce_cc_logins_total", Map.of("reason", "rejected", "outcome", "success")))
                .isEqualTo(1);
        assertThat(value("salesforce_cc_login_duration_seconds_count", Map.of("outcome", "success")))
                .isEqualTo(2);
        assertThat(value("salesforce_cc_token_rejections_total", COMPONENT)).isEqualTo(1);
        assertThat(value("salesforce_cc_request_replays_total", COMPONENT)).isEqualTo(1);
        assertThat(value(REQUESTS, Map.of("operation", "query", "object", "none", "outcome", "success")))
                .isEqualTo(2);
        assertThat(value(REQUESTS, Map.of("operation", "createSObject", "object", "Account", "outcome", "rejected")))
                .isEqualTo(1);
        assertThat(value("salesforce_cc_request_sent_bytes_count", Map.of("operation", "createSObject")))
                .isEqualTo(1);
        assertThat(value("salesforce_cc_token_usable", COMPONENT)).isEqualTo(1);
        assertThat(value("salesforce_cc_api_requests_used", COMPONENT)).isPositive();
        assertThat(value("salesforce_cc_events_processed_total", Map.of("subscription", "orders")))
                .isEqualTo(2);
        assertThat(value("salesforce_cc_events_processed_total", Map.of("subscription", "payments")))
                .isEqualTo(2);
    }

    @Test
    void scrapeWhenEverythingHappenedThenNothingOfASubscriptionIsUnknown() {
        assertThat(scrape.samples())
                .filteredOn(sample -> sample.labels().containsKey("subscription"))
                .allSatisfy(sample ->
                        assertThat(sample.value()).as(sample.toString()).isFinite());
    }

    @Test
    void dashboardWhenItNamesASeriesThenThereIsOneWithTheseLabels() throws IOException {
        assertThat(dashboardQueries()).isNotEmpty().allSatisfy(ScrapeIT::assertScraped);
    }

    @Test
    void alertsWhenTheyNameASeriesThenThereIsOneWithTheseLabels() throws IOException {
        assertThat(AlertRule.in(REPOSITORY))
                .extracting(AlertRule::expression)
                .isNotEmpty()
                .allSatisfy(ScrapeIT::assertScraped);
    }

    @Test
    void dashboardWhenAMeterIsDocumentedThenShowsIt() throws IOException {
        Set<String> shown = new TreeSet<>();
        dashboardQueries().forEach(query -> shown.addAll(SeriesNames.in(query)));

        assertThat(SalesforceCcMeter.values())
                .allSatisfy(meter ->
                        assertThat(SeriesNames.of(meter)).as(meter.id()).containsAnyElementsOf(shown));
    }

    private static void assertScraped(String query) {
        assertThat(SeriesNames.in(query)).as(query).isNotEmpty().isSubsetOf(scrape.names(SeriesNames.PREFIX));
        assertThat(Selector.in(query)).allSatisfy(selector -> assertThat(scrape.of(selector.name()))
                .as(selector.toString())
                .anySatisfy(sample -> assertThat(selector.matches(sample)).isTrue()));
    }

    private static List<String> dashboardQueries() throws IOException {
        return Dashboard.in(REPOSITORY).panels().stream()
                .flatMap(panel -> panel.targets().stream())
                .map(Panel.Target::expression)
                .toList();
    }

    private static List<String> documentedSeries() {
        List<String> names = new ArrayList<>(SeriesNames.ofTheObservations());
        Stream.of(SalesforceCcMeter.values()).map(SeriesNames::of).forEach(names::addAll);
        return names;
    }

    private static double value(String name, Map<String, String> labels) {
        return scrape.of(name).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The subscriptions whose stream has been lost. */
    private static Set<String> reconnected() {
        return now().of("salesforce_cc_subscription_reconnects_total").stream()
                .filter(sample -> sample.value() > 0)
                .map(sample -> sample.labels().get("subscription"))
                .collect(Collectors.toSet());
    }

    private static void awaitProcessed(int events) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(now().of("salesforce_cc_events_processed_total"))
                        .extracting(Sample::value)
                        .containsExactly((double) events, (double) events));
    }

    private static Scrape now() {
        return Scrape.parse(integration.scrape());
    }
}
