package org.camelforce.salesforcecc.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recording and comparing, with a simulator in the place of an org. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private SalesforceSimulator simulator;
    private SalesforceSimulator other;
    private OrgConnection org;
    private OrgConnection otherOrg;

    @BeforeAll
    void start() {
        simulator = ContractOrg.start();
        org = new OrgConnection(ContractOrg.login(simulator));
        other = ContractOrg.start();
        otherOrg = new OrgConnection(ContractOrg.login(other));
    }

    @AfterAll
    void stop() {
        simulator.close();
        other.close();
    }

    @Test
    void exampleWhenNotRecordedThenWrittenWithPlaceholders() throws IOException {
        Recordings recordings = new Recordings(folder.resolve("first"));

        RecordingRun run = RecordingRun.of(org, Examples.named("create-a-record"), recordings);

        assertThat(run.recorded()).isTrue();
        assertThat(JSON.readTree(folder.resolve("first/create-a-record.json").toFile()))
                .isEqualTo(
                        JSON.readTree(
                                """
                        {"status": 201,
                         "headers": {"location": "/services/data/v62.0/sobjects/Account/<id>"},
                         "body": {"id": "<id>", "success": true, "errors": []}}
                        """));
    }

    @ParameterizedTest
    @MethodSource
    void exampleWhenRecordedAndRunAgainstAnotherOrgThenNoDifference(Example example) {
        Recordings recordings = new Recordings(folder.resolve("all"));
        RecordingRun.of(org, example, recordings);

        assertThat(RecordingRun.of(otherOrg, example, recordings)).isEqualTo(new RecordingRun(false, List.of(), ""));
    }

    static List<Example> exampleWhenRecordedAndRunAgainstAnotherOrgThenNoDifference() {
        return Examples.all();
    }

    @Test
    void exampleWhenAnsweredOtherwiseThenPointerAndBothValues() {
        Recordings recordings = new Recordings(folder.resolve("changed"));
        Example example = Examples.named("resources");
        RecordingRun.of(org, example, recordings);

        try (SalesforceSimulator busy = ContractOrg.start()) {
            OrgConnection changed = new OrgConnection(ContractOrg.login(busy));
            busy.apiUsage().setUsed(ApiUsage.DEVELOPER_EDITION);

            assertThat(RecordingRun.of(changed, example, recordings).differences())
                    .extracting(Difference::toString)
                    .contains("/status: expected 200, answered 403");
        }
    }

    @Test
    void exampleWhenSetupIsRefusedThenNotRecorded() {
        Recordings recordings = new Recordings(folder.resolve("refused"));
        try (SalesforceSimulator plain = SalesforceSimulator.start()) {
            Example example = Examples.named("get-a-record-by-external-id");

            RecordingRun run = RecordingRun.of(new OrgConnection(ContractOrg.login(plain)), example, recordings);

            assertThat(run.refusal()).startsWith("400 ").contains("INVALID_FIELD");
            assertThat(recordings.of(example)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token", "introspect", "identity", "userinfo", "resources", "query-in-pages", "generic-event"})
    void recordingWhenWrittenThenNothingOfTheOrgIsInIt(String name) throws IOException {
        RecordingRun.of(org, Examples.named(name), new Recordings(folder.resolve("clean")));

        assertThat(Files.readString(folder.resolve("clean/" + name + ".json")))
                .doesNotContain(simulator.getClientId())
                .doesNotContain(simulator.getClientSecret())
                .doesNotContain(org.variables().get("token"))
                .doesNotContain(org.variables().get("username"))
                .doesNotContain(org.variables().get("userId"))
                .doesNotContain(org.variables().get("orgId"))
                .doesNotContain("127.0.0.1");
    }

    @Test
    void recordingWhenItHoldsATokenThenNotWritten() {
        Recordings recordings = new Recordings(folder.resolve("secret"));
        Example example = Examples.named("token");

        assertThatIllegalStateException()
                .isThrownBy(() -> recordings.write(
                        example, TextNode.valueOf("x " + org.variables().get("token")), org.replacements()))
                .withMessageNotContaining(org.variables().get("token"));
        assertThat(recordings.of(example)).isEmpty();
    }

    @Test
    void recordingsWhenInTheRepositoryThenNothingOfAnOrgIsInThem() throws IOException {
        List<String> texts = new ArrayList<>();
        Path committed = Examples.CONTRACT.resolve("recorded");
        if (Files.exists(committed)) {
            try (Stream<Path> files = Files.list(committed)) {
                for (Path file : files.toList()) {
                    Recordings.texts(JSON.readTree(file.toFile()), texts);
                }
            }
        }

        assertThat(texts).noneMatch(new Replacements()::leavesSomethingIn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "001000000000001AAA                            | <id>",
                "/sobjects/Account/001xx000003DGb2             | /sobjects/Account/<id>",
                "BillingLatitude                               | BillingLatitude",
                "REQUIRED_FIELD_MISSING                        | REQUIRED_FIELD_MISSING",
                "2026-03-01T10:00:00.000+0000                  | <date-time>",
                "2026-03-01T10:00:00.000Z                      | <date-time-z>",
                "since 2026-03-01                              | since <date>",
                "jane.doe@acme.test                            | <email>",
                "https://acme.my.salesforce.com/id/x           | <instance>/id/x",
                "00D000000000001!AQEAQ.x_y                     | <token>",
                "5f0b1cd5-8e3d-4c2b-9f55-0a1b2c3d4e5f          | <uuid>"
            })
    void textWhenItBelongsToOneOrgThenReplaced(String text, String replaced) {
        assertThat(new Replacements().in(text)).isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}                        | {\"a\": 2}                        | /a: expected 1, answered 2",
                "{\"a\": {\"b/c\": \"<number>\"}}  | {\"a\": {\"b/c\": \"1\"}}         | /a/b~1c: expected \"<number>\", answered \"1\"",
                "{\"a\": 1}                        | {\"a\": 1, \"b\": 2}              | /b: expected nothing, answered 2",
                "{\"a\": 1, \"...\": \"<any>\"}    | {\"b\": 2}                        | /a: expected 1, answered nothing",
                "[1, 2]                            | [1]                               | /1: expected 2, answered nothing",
                "[\"<each>\", \"<id>\"]            | [\"001000000000001AAA\", \"x\"]   | /1: expected \"<id>\", answered \"x\"",
                "[\"<each>\", \"<id>\"]            | []                                | /0: expected \"<id>\", answered nothing",
                "{\"<each>\": \"<boolean>\"}       | {\"a\": true, \"b\": 1}           | /b: expected \"<boolean>\", answered 1",
                "\"a <digits> b\"                  | \"a x b\"                         | : expected \"a <digits> b\", answered \"a x b\"",
                "\"<text>?\"                       | 1                                 | : expected \"<text>?\", answered 1"
            })
    void answerWhenItDiffersFromTheShapeThenPointerAndBothValues(String shape, String answer, String difference)
            throws IOException {
        assertThat(Shape.differences(JSON.readTree(shape), JSON.readTree(answer)))
                .extracting(Difference::toString)
                .containsExactly(difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"<text>?\"                    | null",
                "\"<date-time>\"                | \"2026-03-01T10:00:00.000+0000\"",
                "{\"...\": \"<any>\"}           | {\"a\": 1}",
                "[\"<each>\", {\"a\": \"<uuid>\"}] | [{\"a\": \"5f0b1cd5-8e3d-4c2b-9f55-0a1b2c3d4e5f\"}]"
            })
    void answerWhenOfTheShapeThenNoDifference(String shape, String answer) throws IOException {
        JsonNode document = JSON.readTree(answer);

        assertThat(Shape.differences(JSON.readTree(shape), document)).isEmpty();
    }
}
