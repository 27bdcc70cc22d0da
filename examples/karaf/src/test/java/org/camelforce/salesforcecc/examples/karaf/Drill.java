package org.camelforce.salesforcecc.examples.karaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Shows the bundle in a Karaf, with a simulated org: its start, an event, and an event while Karaf is down. */
final class Drill implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimulatedOrg org = new SimulatedOrg();
    private final Karaf karaf;

    /** @param folder for Karaf, which must not be there yet */
    Drill(Path folder) throws Exception {
        karaf = new Karaf(folder);
        Properties login = new Properties();
        login.setProperty("loginUrl", org.simulator().getLoginUrl());
        login.setProperty("clientId", org.simulator().getClientId());
        login.setProperty("clientSecret", org.simulator().getClientSecret());
        karaf.configure("org.camelforce.salesforcecc.cfg", login);
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(System.getProperty("drill.folder"));
        Files.createDirectories(folder);
        try (Drill drill = new Drill(Files.createTempDirectory(folder, "run").resolve("karaf"))) {
            drill.run();
        }
    }

    /** Throws an exception if something that it waits for does not happen. */
    void run() throws Exception {
        line("Org", org.simulator().getLoginUrl() + " (simulator in this process)");
        karaf.start();
        await(() -> org.cities().size() == 3);
        line("Stored", "3 customers");
        await(org::queried);
        line("Queried", "what the org has of them");
        await(this::subscribed);
        line("Open", "the durable subscription");

        org.move("C-1001", "Hamburg");
        await(() -> org.cities().contains("Hamburg"));
        line("Moved", "C-1001 to Hamburg, and so has the account");

        karaf.stop();
        line("Stopped", "Karaf");
        org.move("C-1002", "Marseille");
        line(
                "Moved",
                "C-1002 to Marseille; the city of the account is "
                        + org.cities().get(1));
        karaf.start();
        await(() -> org.cities().contains("Marseille"));
        line("Started", "Karaf, and the account is in " + org.cities().get(1));

        karaf.stop();
        line("Logins", String.valueOf(org.simulator().tokenRequests()));
    }

    SimulatedOrg org() {
        return org;
    }

    Karaf karaf() {
        return karaf;
    }

    @Override
    public void close() {
        try (org) {
            karaf.close();
        }
    }

    private boolean subscribed() {
        return org.simulator().openSubscriptions().stream()
                .anyMatch(subscription -> subscription.channel().equals("/event/Customer_Moved__e"));
    }

    private void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("Karaf has ended", () -> !karaf.isRunning())
                .until(condition);
    }

    private static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "%-8s %s%n", what, value);
    }
}
