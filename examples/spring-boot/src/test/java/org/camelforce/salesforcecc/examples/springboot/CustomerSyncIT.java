package org.camelforce.salesforcecc.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerSyncIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private SimulatedOrg org;
    private RunningService service;

    @BeforeEach
    void startService() throws Exception {
        org = new SimulatedOrg(folder);
        service = new RunningService(org, folder);
    }

    @AfterEach
    void stopService() {
        service.close();
        org.close();
    }

    @Test
    void syncWhenManyCustomersAreNewThenUpsertsThemInBatches() {
        service.addCustomers(1, 450);

        awaitSynced();

        assertThat(org.accounts()).isEqualTo(450);
        assertThat(org.uploads()).isEqualTo(3);
        assertThat(org.account("C450").get("Phone").asText()).isEqualTo("+44 20 450");
        assertThat(service.column("account_id", "C450"))
                .isEqualTo(org.account("C450").get("Id").asText());
    }

    @Test
    void syncWhenOneRecordIsRefusedThenStoresTheOthersAndKeepsTheReason() {
        service.addCustomer("C1", "Acme", "1");
        service.addCustomer("C2", "Umbrella", "2".repeat(60));

        awaitSynced();

        assertThat(org.accounts()).isEqualTo(1);
        assertThat(service.column("refusal", "C2")).contains("STRING_TOO_LONG");
        assertThat(service.column("refusal", "C1")).isEqualTo("null");
    }

    @Test
    void rotateWhenSyncRunsThenNoExchangeFails() {
        service.addCustomers(1, 1);
        awaitSynced();
        AtomicInteger uploads = new AtomicInteger();
        AtomicInteger atRotation = new AtomicInteger();
        org.simulator().faults().addListener((point, fault) -> {
            if (point == FaultPoint.REST_REQUEST && uploads.incrementAndGet() == 4) {
                org.rotate();
                atRotation.set(org.accounts());
            }
        });

        service.addCustomers(2, 2_000);
        awaitSynced();

        assertThat(atRotation.get()).isBetween(401, 2_000);
        assertThat(org.accounts()).isEqualTo(2_001);
        assertThat(org.simulator().tokenRequests()).isEqualTo(2);
        assertThat(service.failures()).isEmpty();
    }

    @Test
    void changeRunAsUserWhenSyncRunsThenGoesOnAsTheNewOne() throws Exception {
        service.addCustomers(1, 1);
        awaitSynced();

        String user = org.changeRunAsUser();
        service.addCustomers(2, 1);
        awaitSynced();
        org.changePhone("C1", "+1 555 0100");

        assertThat(org.account("C2").get("CreatedById").asText()).isEqualTo(user);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.column("phone", "C1")).isEqualTo("+1 555 0100"));
        assertThat(service.failures()).isEmpty();
        assertThat(service.get("/actuator/health").body()).contains("\"user.id\":\"" + user, "user.id.before");
    }

    @Test
    void changeWhenServiceIsDownThenIsTakenOverAfterItsStart() throws Exception {
        service.addCustomers(1, 1);
        awaitSynced();
        org.changePhone("C1", "+1 555 0100");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.column("phone", "C1")).isEqualTo("+1 555 0100"));

        service.close();
        org.changePhone("C1", "+1 555 0101");
        service = new RunningService(org, folder);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.column("phone", "C1")).isEqualTo("+1 555 0101"));
        assertThat(service.unsynced()).isZero();
    }

    @Test
    void scrapeWhenServiceRunsThenHasTheComponentsMeters() throws Exception {
        assertThat(service.get("/actuator/prometheus").body())
                .contains("salesforce_cc_logins_total", "salesforce_cc_subscription_open");
    }

    private void awaitSynced() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.unsynced()).isZero());
    }
}
