package org.camelforce.salesforcecc.examples.springboot;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Shows the service on the simulator: a sync, a rotation, another Run As user, and a change in the org. */
public final class Drill {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Drill() {}

    /** @param arguments Spring Boot's */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("customer-sync");
        try (SimulatedOrg org = new SimulatedOrg(folder);
                RunningService service = new RunningService(org, folder, "--logging.level.root=warn")) {
            line("Org", org.simulator().getLoginUrl() + " (simulator in this process)");
            sync(org, service, 1, 1_000);
            org.rotate();
            line("Rotated", "the secret; all sessions have ended");
            sync(org, service, 1_001, 1_000);
            String user = org.changeRunAsUser();
            line("Run As", "is user " + user + " now");
            sync(org, service, 2_001, 1_000);
            org.changePhone("C1", "+1 555 0100");
            await().atMost(PATIENCE).until(() -> service.column("phone", "C1").equals("+1 555 0100"));
            line("Changed", "a phone number in the org, and so has the table");
            line("Health", service.get("/actuator/health/salesforceCc").body());
            line("Logins", String.valueOf(org.simulator().tokenRequests()));
            line(
                    "Failed",
                    service.failures().isEmpty() ? "none" : service.failures().toString());
            if (!service.failures().isEmpty()) {
                throw new IllegalStateException("Exchanges have failed");
            }
        }
    }

    private static void sync(SimulatedOrg org, RunningService service, int first, int count) {
        service.addCustomers(first, count);
        await().atMost(PATIENCE).until(() -> service.unsynced() == 0);
        line("Synced", count + " customers, " + org.accounts() + " accounts in the org");
    }

    private static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "%-8s %s%n", what, value);
    }
}
