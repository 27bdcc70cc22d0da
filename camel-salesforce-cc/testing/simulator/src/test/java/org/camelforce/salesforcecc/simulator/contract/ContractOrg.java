package org.camelforce.salesforcecc.simulator.contract;

import java.time.Duration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.reports.Reports;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** A simulated org with what the README asks of an org for these tests. */
final class ContractOrg {

    private ContractOrg() {}

    static SalesforceSimulator start() {
        SalesforceSimulator simulator = SalesforceSimulator.builder()
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Contract_Id__c", 40)
                                        .asExternalId()
                                        .asUnique())
                        .with(SObjectDefinition.platformEvent("Contract_Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .bulkJobTimes(Duration.ofMillis(500), Duration.ZERO)
                .start();
        simulator
                .approvals()
                .define(Approvals.Process.of("Contract_Process", "Account")
                        .withApprovers(simulator.runAsUserId().orElseThrow()));
        simulator.approvals().defineRule("Contract_Rule", "Account");
        simulator
                .reports()
                .define(Reports.Report.of("Contract Report", "Account", "Name", "AnnualRevenue")
                        .groupedBy("Industry")
                        .withAggregates("RowCount", "s!AnnualRevenue"));
        return simulator;
    }

    static OrgConnection.Login login(SalesforceSimulator simulator) {
        return new OrgConnection.Login(simulator.getLoginUrl(), simulator.getClientId(), simulator.getClientSecret());
    }
}
