package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.camelforce.salesforcecc.rotation.RotationStep.Kind;
import org.camelforce.salesforcecc.simulator.oauth.Org.ConsumerSecretAccess;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationDryRunTest {

    private static final String UNKNOWN_ID = "0xI000000000001AAA";

    private final RotationOrg org;
    private final SalesforceCredentialRotation rotation;

    RotationDryRunTest() throws Exception {
        org = new RotationOrg();
        rotation = org.rotation();
    }

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    @Test
    void dryRunWhenAllIsWellThenReportsAndChangesNothing() throws Exception {
        RotationResult result = rotation.dryRun();

        assertThat(result.isRotated()).isFalse();
        assertThat(result.appId()).isEqualTo(org.org.app().id());
        assertThat(result.steps())
                .extracting(RotationStep::kind)
                .containsExactly(
                        Kind.LOGGED_IN,
                        Kind.APP_FOUND,
                        Kind.CURRENT_PAIR_READ,
                        Kind.STAGED_PAIRS_READ,
                        Kind.CURRENT_PAIR_PROVED);
        assertThat(org.org.requestLog())
                .filteredOn(request -> !request.path().equals("/services/oauth2/token"))
                .extracting(RecordedRequest::method)
                .isNotEmpty()
                .containsOnly("GET");
        assertThat(org.org.app().rotation().staged()).isEmpty();
        assertThat(org.current()).isEqualTo(org.former);
        assertThat(org.written).isEmpty();
    }

    @Test
    void dryRunWhenPairIsStagedByAnotherThenSaysSoAndLeavesIt() {
        org.org.app().rotation().stage("005");

        assertThat(failure().failure()).isEqualTo(RotationFailure.STAGED_PAIR_LEFT);
        assertThat(org.org.app().rotation().staged()).hasSize(1);
    }

    @Test
    void dryRunWhenStagedPairMayBeReplacedThenReportsAndLeavesIt() throws Exception {
        String id = org.org.app().rotation().stage("005").id();
        rotation.setReplaceStaged(true);

        assertThat(rotation.dryRun().steps())
                .anySatisfy(step -> assertThat(step.detail()).contains("Active " + id));
        assertThat(org.org.app().rotation().staged()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SETTING_OFF, SETTING_OFF, External Client App Settings",
        "PERMISSION_MISSING, PERMISSION_MISSING, View Client Secret"
    })
    void dryRunWhenOrgRefusesThenNamesWhatToChange(
            ConsumerSecretAccess access, RotationFailure expected, String setting) {
        org.org.org().setConsumerSecretAccess(access);

        RotationException failure = failure();

        assertThat(failure.failure()).isEqualTo(expected);
        assertThat(failure).hasMessageContaining(setting).hasMessageContaining("Setup");
        assertThat(failure.steps()).extracting(RotationStep::kind).containsExactly(Kind.LOGGED_IN);
    }

    @Test
    void dryRunWhenIdsAreGivenThenAppsAreNotListed() throws Exception {
        rotation.setClientId(null);
        rotation.setAppId(org.org.app().id().substring(0, 15));
        rotation.setConsumerId(org.org.app().consumerId().substring(0, 15));

        assertThat(rotation.dryRun().consumerId()).isEqualTo(org.org.app().consumerId());
        assertThat(org.org.requestLog())
                .noneSatisfy(request -> assertThat(request.path()).contains("usage"));
    }

    @Test
    void dryRunWhenAppIsNamedThenFound() throws Exception {
        org.org.app().setName("Orders");
        rotation.setClientId(null);
        rotation.setAppName("Orders");

        assertThat(rotation.dryRun().appId()).isEqualTo(org.org.app().id());
    }

    @Test
    void dryRunWhenNothingIsNamedThenTheOnlyApp() throws Exception {
        rotation.setClientId(null);

        assertThat(rotation.dryRun().appId()).isEqualTo(org.org.app().id());
    }

    @Test
    void dryRunWhenAppNameIsUnknownThenNotFound() {
        rotation.setAppName("Others");

        assertNotFound("appName Others");
    }

    @Test
    void dryRunWhenAppIdIsUnknownThenNotFound() {
        rotation.setAppId(UNKNOWN_ID);

        assertNotFound("status 404 NOT_FOUND");
    }

    @Test
    void dryRunWhenConsumerIdIsUnknownThenNotFound() {
        rotation.setConsumerId("888000000000001AAA");

        assertNotFound("consumerId 888000000000001AAA");
    }

    @Test
    void dryRunWhenConsumerKeyIsUnknownThenNotFoundAndKeyNotShown() {
        rotation.setClientId("3MVG9another");

        assertNotFound("clientId with fingerprint");
        assertThat(failure())
                .hasMessageNotContaining("3MVG9another")
                .hasMessageContaining("After a rotation, clientId is another key");
    }

    @Test
    void dryRunWhenVersionIsTooNewForTheOrgThenNotFound() {
        rotation.setApiVersion("99.0");

        assertNotFound("404");
    }

    private void assertNotFound(String what) {
        RotationException failure = failure();
        assertThat(failure.failure()).isEqualTo(RotationFailure.APP_NOT_FOUND);
        assertThat(failure).hasMessageContaining(what).hasMessageContaining("External Client App Manager");
    }

    private RotationException failure() {
        return catchThrowableOfType(RotationException.class, rotation::dryRun);
    }
}
