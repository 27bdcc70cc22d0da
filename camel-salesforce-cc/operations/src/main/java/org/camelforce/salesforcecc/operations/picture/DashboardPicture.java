package org.camelforce.salesforcecc.operations.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.operations.dashboard.Dashboard;
import org.camelforce.salesforcecc.operations.dashboard.Panel;
import org.camelforce.salesforcecc.operations.rig.MonitoredIntegration;
import org.camelforce.salesforcecc.token.TokenPolicy;

/**
 * Runs an integration through some faults, has a real Prometheus scrape it, asks it the queries of the dashboard's
 * panels and writes a page that shows the answers in the dashboard's grid.
 */
public final class DashboardPicture {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final int LOGINS_PER_HOUR = 600;
    private static final int API_REQUESTS = 1_200;

    private DashboardPicture() {}

    /**
     * Takes four minutes.
     *
     * @param arguments the repository's root, a folder for the run's files, and the page to write
     * @throws Exception if anything of it fails
     */
    public static void main(String[] arguments) throws Exception {
        Dashboard dashboard = Dashboard.in(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        InstantSource clock = InstantSource.system();
        try (Story story = new Story();
                MonitoredIntegration integration = MonitoredIntegration.start(folder, policy(), story);
                MetricsServer metrics = MetricsServer.of(integration::scrape);
                PrometheusServer prometheus = PrometheusServer.scraping(metrics.port(), folder)) {
            integration.org().apiUsage().setLimit(API_REQUESTS);
            long start = clock.instant().getEpochSecond();
            story.tell(integration);
            TimeUnit.SECONDS.sleep(Story.SECONDS);
            Window window = new Window(start, clock.instant().getEpochSecond());
            Files.writeString(
                    Path.of(arguments[2]),
                    new DashboardPage(dashboard, answers(dashboard, prometheus, window), window).html());
        }
    }

    private static Map<Panel, List<Series>> answers(Dashboard dashboard, PrometheusServer prometheus, Window window)
            throws IOException, InterruptedException {
        Map<Panel, List<Series>> answers = new LinkedHashMap<>();
        for (Panel panel : dashboard.panels()) {
            List<Series> series = new ArrayList<>();
            for (Panel.Target target : panel.targets()) {
                series.addAll(prometheus.ask(target, window));
            }
            answers.put(panel, series);
        }
        return answers;
    }

    private static TokenPolicy policy() {
        TokenPolicy policy = new TokenPolicy();
        policy.setIntrospection(false);
        policy.setAssumedTokenLifetime(TOKEN_LIFE);
        policy.setAttempts(1);
        policy.setLoginsPerHour(LOGINS_PER_HOUR);
        return policy;
    }
}
