package org.camelforce.salesforcecc.examples.quickstart;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.api.dto.CreateSObjectResult;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;

/** Sends accounts through the routes and says so. Closing deletes the accounts again. */
final class Accounts implements AutoCloseable {

    private final ProducerTemplate template;
    private final Report report;
    private final Set<String> ids = new LinkedHashSet<>();

    /**
     * @param template sends to the routes; closed by its owner
     * @param report where to print what is done
     */
    Accounts(ProducerTemplate template, Report report) {
        this.template = template;
        this.report = report;
    }

    /** @return the id of the new account */
    String create(Account account) {
        CreateSObjectResult result = template.requestBody("direct:createAccount", account, CreateSObjectResult.class);
        ids.add(result.getId());
        report.line("Created", "account " + result.getId() + ", " + account.getName());
        return result.getId();
    }

    /** @return the id of the account that has the external id now */
    String upsert(Account account) {
        UpsertSObjectResult result = template.requestBody("direct:upsertAccount", account, UpsertSObjectResult.class);
        ids.add(result.getId());
        report.line(
                "Upserted",
                "account " + result.getId() + ", " + account.getName() + ", "
                        + (result.getCreated() ? "which is new" : "which was there"));
        return result.getId();
    }

    /** Queries the accounts of this run and prints them. */
    void printAll() {
        Iterator<?> found = template.requestBody("direct:findAccounts", null, Iterator.class);
        while (found.hasNext()) {
            Account account = (Account) found.next();
            report.line(
                    "Queried",
                    "account " + account.getId() + ", " + account.getName() + ", external id "
                            + account.getLegacy_Id__c());
        }
    }

    @Override
    public void close() {
        for (String id : ids) {
            Account account = new Account();
            account.setId(id);
            template.requestBody("direct:deleteAccount", account);
        }
        if (!ids.isEmpty()) {
            report.line("Deleted", ids.size() + " accounts");
        }
    }
}
