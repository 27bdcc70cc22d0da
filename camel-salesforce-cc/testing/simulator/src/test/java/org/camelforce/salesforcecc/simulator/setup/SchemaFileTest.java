package org.camelforce.salesforcecc.simulator.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition.Replay;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFileTest {

    @TempDir
    private Path folder;

    @Test
    void readWhenStandardObjectThenAddsFieldAndKeepsOthers() {
        SObjectDefinition account =
                SchemaFile.read(TestFiles.schema()).find("Account").orElseThrow();

        assertThat(account.field("Legacy_Id__c"))
                .contains(
                        FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique());
        assertThat(account.field("Name")).isPresent();
        assertThat(account.keyPrefix()).isEqualTo("001");
    }

    @Test
    void readWhenCustomObjectThenHasLabelsPrefixAndFieldsInOrder() {
        SObjectDefinition invoice =
                SchemaFile.read(TestFiles.schema()).find("Invoice__c").orElseThrow();

        assertThat(invoice.kind()).isEqualTo(SObjectDefinition.Kind.CUSTOM);
        assertThat(invoice.label()).isEqualTo("Invoice");
        assertThat(invoice.labelPlural()).isEqualTo("Invoices");
        assertThat(invoice.keyPrefix()).isEqualTo("a0I");
        assertThat(invoice.fields())
                .containsSubsequence(
                        FieldDefinition.reference("Account__c", "Account").required(),
                        FieldDefinition.of("Total__c", FieldType.CURRENCY).withDigits(12, 2),
                        FieldDefinition.picklist("Status__c", "Open", "Paid").withDefault("Open"),
                        FieldDefinition.checkbox("Sent__c", false));
    }

    @Test
    void readWhenPlatformEventThenHasFields() {
        SObjectDefinition paid =
                SchemaFile.read(TestFiles.schema()).find("Invoice_Paid__e").orElseThrow();

        assertThat(paid.kind()).isEqualTo(SObjectDefinition.Kind.PLATFORM_EVENT);
        assertThat(paid.field("Total__c")).contains(FieldDefinition.number("Total__c", 12, 2));
        assertThat(paid.field("ReplayId")).isPresent();
    }

    @Test
    void readWhenObjectOfBaseSchemaThenAddsToIt() throws IOException {
        Schema base = SchemaFile.read(TestFiles.schema());

        Schema schema = SchemaFile.read(
                TestFiles.write(
                        folder, "{'Invoice__c': {'fields': {'Note__c': {'type': 'textarea'}}}}".replace('\'', '"')),
                base);

        assertThat(schema.find("Invoice__c").orElseThrow().field("Note__c")).isPresent();
        assertThat(schema.find("Invoice__c").orElseThrow().field("Total__c")).isPresent();
    }

    @Test
    void readWhenReferenceToLaterObjectThenAccepted() throws IOException {
        Path file = TestFiles.write(
                folder,
                ("{'A__c': {'fields': {'B__c': {'type': 'reference', 'referenceTo': 'B__c'}}}," + " 'B__c': {}}")
                        .replace('\'', '"'));

        assertThat(SchemaFile.read(file).find("A__c").orElseThrow().relationship("B__r"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            textBlock =
                    """
            'type': 'strng'; line 4: Account.fields.X__c: the type must be one of
            'type': 'string', 'lenght': 3; line 4: Account.fields.X__c: key 'lenght' is not known here. Known are
            'type': 'string', 'length': 256; line 4: Account.fields.X__c: length must be a whole number from 1 to 255.
            'type': 'string', 'length': '3'; line 4: Account.fields.X__c: length must be a whole number from 1 to 255.
            'type': 'double', 'scale': 19; line 4: Account.fields.X__c: scale must be a whole number from 0 to 18.
            'type': 'string', 'unique': 'yes'; line 4: Account.fields.X__c: unique must be true or false.
            'type': 'textarea', 'unique': true; line 4: Account.fields.X__c: key 'unique' is not known here
            'type': 'picklist', 'values': 'Open'; line 4: Account.fields.X__c: values must be a JSON array of texts.
            'type': 'string', 'default': null; line 4: Account.fields.X__c: default must be a text, a number
            'type': 'reference'; line 3: Account.fields.X__c: referenceTo must name an object.
            'type': 'reference', 'referenceTo': 'Y__c'; line 4: Account.fields.X__c: the org has no object Y__c
            'label': 'No type'; line 3: Account.fields.X__c: the type must be one of
            'type': 'string',; line 5: Unexpected character ('}'
            'type': 'string', 'type': 'int'; line 4: Duplicate field 'type'
            """)
    void readWhenFieldIsWrongThenSaysFileLinePlaceAndCause(String field, String problem) throws IOException {
        Path file = TestFiles.write(
                folder, "{\"Account\":", "{\"fields\":", "{\"X__c\": {", field.replace('\'', '"'), "}}}}");

        assertRefused(file, problem);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            textBlock =
                    """
            'Thing': {}; Thing: the simulator has no standard object of that name
            '7__c': {}; 7__c: not an API name: 7__c.
            'A__c': {'keyPrefix': '001'}; A__c: key prefix 001 is taken: A__c.
            'A__c': {'keyPrefix': '1'}; A__c: a key prefix has three letters or digits: 1.
            'A__c': []; A__c: there must be a JSON object here.
            'A__c': {'colour': 'red'}; A__c: key 'colour' is not known here
            'Account': {'label': 'Client'}; Account: key 'label' is not known here. Known are fields.
            'Account': {'fields': {'name': {'type': 'string'}}}; name: the object has a field of that name already.
            'A__c': {'fields': {'B': {'type': 'reference', 'referenceTo': 'Account'}}}; the name of a reference ends with Id or
            'A__e': {'fields': {'B__c': {'type': 'email'}}}; A__e.fields.B__c: the type must be one of string, textarea
            'A__e': {'fields': {'B__c': {'type': 'string', 'unique': true}}}; key 'unique' is not known here
            """)
    void readWhenObjectIsWrongThenSaysFileLinePlaceAndCause(String object, String problem) throws IOException {
        assertRefused(TestFiles.write(folder, "{", "  " + object.replace('\'', '"') + "}"), "line 2: ", problem);
    }

    @Test
    void managedSubscriptionsWhenNamedThenReadAndNoObjects() throws IOException {
        Path file =
                managed("'Sales': {'topicName': '/event/Invoice_Paid__e', 'defaultReplay': 'EARLIEST', 'label': 'X'}");

        Schema schema = SchemaFile.read(file);

        assertThat(schema.find("ManagedEventSubscription")).isEmpty();
        assertThat(SchemaFile.managedSubscriptions(file, schema))
                .containsExactly(new Definition("Sales", "/event/Invoice_Paid__e", Replay.EARLIEST, Replay.LATEST));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            textBlock =
                    """
            'Sales': {}; ManagedEventSubscription.Sales: topicName must name a channel of events.
            'Sales': {'topicName': '/event/Other__e'}; ManagedEventSubscription.Sales: the org has no channel
            'Sales': {'topicName': '/data/ChangeEvents', 'defaultReplay': 'earliest'}; must be LATEST or EARLIEST.
            'Sales': {'topicName': '/data/ChangeEvents', 'state': 'RUN'}; key 'state' is not known here
            'Sales__c': {'topicName': '/data/ChangeEvents'}; a developer name has letters
            """)
    void managedSubscriptionsWhenWrongThenSaysFileLinePlaceAndCause(String subscription, String problem)
            throws IOException {
        Path file = managed(subscription);

        assertThatExceptionOfType(SetupFileException.class)
                .isThrownBy(() -> SchemaFile.managedSubscriptions(file, SchemaFile.read(file)))
                .withMessageContainingAll(file + ": line 2: ", problem);
    }

    private Path managed(String subscription) throws IOException {
        return TestFiles.write(
                folder,
                "{\"Invoice_Paid__e\": {}, \"ManagedEventSubscription\": {",
                subscription.replace('\'', '"') + "}}");
    }

    @Test
    void readWhenNoSuchFileThenSaysSo() {
        assertRefused(folder.resolve("none.json"), "no such file.");
    }

    @Test
    void readWhenNoObjectInFileThenSaysSo() throws IOException {
        assertRefused(TestFiles.write(folder, "[]"), "there must be a JSON object in it.");
    }

    private static void assertRefused(Path file, String... problem) {
        assertThatExceptionOfType(SetupFileException.class)
                .isThrownBy(() -> SchemaFile.read(file))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(file + ": ")
                        .contains(problem)
                        .doesNotContain("\n"));
    }
}
