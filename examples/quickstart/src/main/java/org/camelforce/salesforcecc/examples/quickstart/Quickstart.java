package org.camelforce.salesforcecc.examples.quickstart;

import java.io.PrintStream;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.main.Main;

/**
 * Runs the tour with Camel Main, against a simulated org in this process or, with the environment variables
 * SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET, against a real one.
 */
public final class Quickstart {

    private final Map<String, String> environment;
    private final Report report;

    /**
     * @param environment the environment variables
     * @param out where to print what is done
     */
    public Quickstart(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.report = new Report(out);
    }

    /**
     * Ends the process with exit code 1 after a failure.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        int exitCode = new Quickstart(System.getenv(), System.out).run();
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** @return the exit code: 0 if all went as expected, otherwise 1 */
    public int run() {
        try (Org org = Org.of(environment)) {
            report.line("Org", org.description());
            tour(org);
            report.line("Done", "everything was answered and every event arrived");
            return 0;
        } catch (Exception e) {
            report.failure(e);
            return 1;
        }
    }

    private void tour(Org org) throws Exception {
        // marks this run's records and events, which is what keeps it apart from other users of the org
        String run = UUID.randomUUID().toString().substring(0, 8);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:application.properties");
        main.addOverrideProperty("quickstart.login-url", org.loginUrl());
        main.addOverrideProperty("quickstart.client-id", org.clientId());
        main.addOverrideProperty("quickstart.client-secret", org.clientSecret());
        main.addOverrideProperty("quickstart.run", run);
        main.configure().addRoutesBuilder(AccountRoutes.class, EventRoutes.class);
        try {
            main.start();
            new Tour(main.getCamelContext(), report, run).run();
        } finally {
            main.stop();
        }
    }
}
