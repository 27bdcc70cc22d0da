package org.camelforce.salesforcecc.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples against an org, records what it answers, and compares with what was recorded before. */
@EnabledIfEnvironmentVariable(named = OrgContractTest.LOGIN_URL, matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrgContractTest {

    static final String LOGIN_URL = "SALESFORCE_CONTRACT_LOGIN_URL";
    static final String CLIENT_ID = "SALESFORCE_CONTRACT_CLIENT_ID";
    static final String CLIENT_SECRET = "SALESFORCE_CONTRACT_CLIENT_SECRET";

    private OrgConnection org;

    @BeforeAll
    void logIn() {
        org = new OrgConnection(new OrgConnection.Login(
                System.getenv(LOGIN_URL), System.getenv(CLIENT_ID), System.getenv(CLIENT_SECRET)));
    }

    @ParameterizedTest
    @MethodSource
    void exampleWhenRunAgainstTheOrgThenAsRecorded(Example example) {
        RecordingRun run = RecordingRun.of(org, example, Recordings.committed());

        assumeTrue(run.refusal().isEmpty(), run.refusal());
        assertThat(run.differences()).isEmpty();
    }

    static List<Example> exampleWhenRunAgainstTheOrgThenAsRecorded() {
        return Examples.all();
    }
}
