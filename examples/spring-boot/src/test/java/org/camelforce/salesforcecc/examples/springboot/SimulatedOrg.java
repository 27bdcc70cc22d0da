package org.camelforce.salesforcecc.examples.springboot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** An org whose accounts have customer numbers, and what an administrator does to it. */
final class SimulatedOrg implements AutoCloseable {

    private final SalesforceSimulator simulator;
    private final Path secrets;
    private int rotations;

    /** @param folder gets the folder of secrets that a cluster would mount */
    SimulatedOrg(SalesforceSimulator.Builder builder, Path folder) throws IOException {
        simulator = builder.schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Customer_Number__c", 20)
                                        .asExternalId()
                                        .asUnique()))
                .start();
        secrets = Files.createDirectories(folder.resolve("secrets"));
        mount(simulator.getClientSecret());
    }

    SimulatedOrg(Path folder) throws IOException {
        this(SalesforceSimulator.builder(), folder);
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    Path secrets() {
        return secrets;
    }

    /** The old secret and the sessions end at once. */
    void rotate() {
        String secret = "rotated-" + ++rotations;
        mount(secret);
        simulator.app().setConsumer(new ConsumerDetails(simulator.getClientId(), secret));
        simulator.sessions().endAll();
    }

    /** @return the id of the user who is the new Run As user */
    String changeRunAsUser() {
        String id = simulator.org().addUser("second@simulator.example").id();
        simulator.app().setRunAsUsername("second@simulator.example");
        simulator.sessions().endAll();
        return id;
    }

    ObjectNode account(String customerNumber) {
        return simulator.records().retrieveByExternalId("Account", "Customer_Number__c", customerNumber);
    }

    int accounts() {
        return simulator.records().query("SELECT Id FROM Account").size();
    }

    void changePhone(String customerNumber, String phone) {
        simulator
                .records()
                .update(
                        "Account",
                        account(customerNumber).get("Id").asText(),
                        JsonNodeFactory.instance.objectNode().put("Phone", phone),
                        simulator.runAsUserId().orElseThrow());
    }

    /** How many requests brought accounts. */
    long uploads() {
        return simulator.requestLog().stream()
                .filter(request -> request.path().contains("/composite/sobjects"))
                .count();
    }

    @Override
    public void close() {
        simulator.close();
    }

    private void mount(String secret) {
        try {
            Files.writeString(secrets.resolve("SALESFORCE_CLIENT_SECRET"), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
