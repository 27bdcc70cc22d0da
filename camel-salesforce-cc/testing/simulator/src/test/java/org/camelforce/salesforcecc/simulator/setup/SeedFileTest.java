package org.camelforce.salesforcecc.simulator.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedFileTest {

    private final SalesforceSimulator simulator = SalesforceSimulator.builder()
            .schema(SchemaFile.read(TestFiles.schema()))
            .start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void loadWhenRecordsReferToEarlierOnesThenTheyAreRelated() {
        simulator.load(SeedFile.read(TestFiles.seed()));

        assertThat(rows("SELECT Name, Parent.Name FROM Account WHERE ParentId != null"))
                .singleElement()
                .satisfies(
                        spares -> assertThat(spares.at("/Parent/Name").asText()).isEqualTo("Acme"));
        assertThat(rows("SELECT Account.Name FROM Contact"))
                .singleElement()
                .satisfies(jane -> assertThat(jane.at("/Account/Name").asText()).isEqualTo("Acme"));
    }

    @Test
    void loadWhenParentIsNamedByExternalIdThenTheyAreRelated() {
        simulator.load(SeedFile.read(TestFiles.seed()));

        assertThat(rows("SELECT Account__r.Name, Total__c FROM Invoice__c"))
                .singleElement()
                .satisfies(invoice -> {
                    assertThat(invoice.at("/Account__r/Name").asText()).isEqualTo("Acme");
                    assertThat(invoice.get("Total__c").asDouble()).isEqualTo(99.5);
                });
    }

    @Test
    void loadWhenRecordsHaveNamesThenAnswersTheirIds() {
        Map<String, String> ids = simulator.load(SeedFile.read(TestFiles.seed()));

        assertThat(ids).containsOnlyKeys("acme");
        assertThat(rows("SELECT Name FROM Account WHERE Id = '" + ids.get("acme") + "'"))
                .hasSize(1);
    }

    @Test
    void loadWhenRunAsUserThenCreatesAsThatUser() {
        simulator.load(SeedFile.read(TestFiles.seed()));

        assertThat(rows("SELECT CreatedById FROM Contact"))
                .extracting(jane -> jane.get("CreatedById").asText())
                .containsExactly(simulator.runAsUserId().orElseThrow());
    }

    @Test
    void loadWhenNoRunAsUserThenCreatesNevertheless() {
        try (SalesforceSimulator org =
                SalesforceSimulator.builder().runAsUsername(null).start()) {
            org.load(SeedFile.read(write("{'Account': [{'Name': 'Acme'}]}")));

            assertThat(org.records().query("SELECT Id FROM Account")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            textBlock =
                    """
            'Contact': [{'FirstName': 'Jane'}]; line 3: Contact.0: REQUIRED_FIELD_MISSING
            'Contact': [{'LastName': 'Doe', 'Email': 'doe'}]; line 3: Contact.0: INVALID_EMAIL_ADDRESS
            'Nothing': [{}]; line 3: Nothing.0: NOT_FOUND
            'Contact': {}; line 3: Contact must be a JSON array.
            'Contact': ['Doe']; line 3: Contact.0: there must be a JSON object here.
            'Contact': [{'LastName': 'Doe', 'AccountId': {'@ref': 'x'}}]; line 3: Contact.0: no earlier record has the name 'x'.
            'Contact': [{'@as': 'a', 'LastName': 'Doe'}]; line 3: Contact.0: an earlier record has the name 'a'.
            'Contact': [{'@as': 7, 'LastName': 'Doe'}]; line 3: Contact.0: @as must be a text.
            """)
    void loadWhenOneRecordIsWrongThenSaysWhereAndCreatesNone(String wrong, String problem) {
        Path file = write("{'Account': [{'@as': 'a', 'Name': 'Acme'}]\n,\n" + wrong + "}");

        assertThatExceptionOfType(SetupFileException.class)
                .isThrownBy(() -> simulator.load(SeedFile.read(file)))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(file + ": " + problem)
                        .doesNotContain("\n"));
        assertThat(rows("SELECT Id FROM Account")).isEmpty();
    }

    private Path write(String json) {
        try {
            return TestFiles.write(folder, json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<? extends JsonNode> rows(String soql) {
        return simulator.records().query(soql);
    }
}
