package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camelforce.salesforcecc.operations.OperationCase.Call;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;

/** Queries and searches. An account named {@code Roe Import} has five contacts in each case that needs them. */
final class QueryCases {

    private static final String CHILDREN =
            "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Id = '%s'";
    private static final String GROUPS = "SELECT Account.Name, COUNT(Id), MAX(LastName) last FROM Contact"
            + " WHERE AccountId = '%s' GROUP BY ROLLUP(Account.Name)";

    private QueryCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        queries(cases);
        more(cases);
        searches(cases);
        return cases.all();
    }

    private static void queries(Cases cases) {
        cases.answered(
                        QUERY,
                        "fields",
                        query("QueryRecordsAccount", "SELECT Id, Name FROM Account WHERE Id = '%s'"),
                        "Roe Import")
                .answered(QUERY, "children", query("QueryRecordsAccountWithContacts", CHILDREN), "Roe 2", "-3")
                .answered(
                        QUERY, "groups", query("QueryRecordsContactCount", GROUPS), "AggregateResult", "expr0", "Roe 4")
                .add(
                        Form.RAW,
                        QUERY,
                        Result.ANSWERED,
                        "count",
                        query("QueryRecordsAccount", "SELECT COUNT() FROM Contact WHERE AccountId = '%s'"),
                        "\"totalSize\":5")
                .add(
                        Form.RAW,
                        QUERY,
                        Result.ANSWERED,
                        "semi-join",
                        query(
                                "QueryRecordsAccount",
                                "SELECT Name FROM Account WHERE Id = '%s' AND Id IN"
                                        + " (SELECT AccountId FROM Contact WHERE LastName LIKE '%%3')"),
                        "Roe Import")
                .answered(
                        QUERY,
                        "functions",
                        query(
                                "QueryRecordsContact",
                                "SELECT LastName FROM Contact WHERE AccountId = '%s' AND"
                                        + " CALENDAR_YEAR(CreatedDate) = 2026 ORDER BY LastName LIMIT 2"),
                        "Roe 0")
                .denied(
                        QUERY,
                        "malformed",
                        query("QueryRecordsAccount", "SELEKT Id FROM Account"),
                        "400",
                        "MALFORMED_QUERY")
                .denied(
                        QUERY,
                        "field not grouped",
                        query("QueryRecordsAccount", "SELECT Name, COUNT(Id) FROM Account"),
                        "Field must be grouped or aggregated: Name")
                .denied(
                        QUERY,
                        "unknown relationship",
                        query("QueryRecordsAccount", "SELECT (SELECT Id FROM Bogus) FROM Account"),
                        "400")
                .answered(
                        QUERY_ALL,
                        "deleted",
                        org -> {
                            String id = org.account("Deleted");
                            org.simulator().records().delete("Account", id, org.user());
                            return org.send(
                                    "queryAll?" + org.form("QueryRecordsAccount"),
                                    "SELECT Name, IsDeleted FROM Account WHERE Id = '" + id + "'");
                        },
                        "Deleted")
                .answered(
                        QUERY_ALL,
                        "children",
                        org -> org.send(
                                "queryAll?" + org.form("QueryRecordsAccountWithContacts"),
                                CHILDREN.formatted(contacts(org))),
                        "Roe 2")
                .denied(
                        QUERY_ALL,
                        "ALL ROWS",
                        org -> org.send(
                                "queryAll?" + org.form("QueryRecordsAccount"), "SELECT Id FROM Account ALL ROWS"),
                        "400");
    }

    private static void more(Cases cases) {
        cases.answered(
                        QUERY_MORE,
                        "fields",
                        org -> {
                            String name = org.unique("Page");
                            for (int i = 0; i < 4; i++) {
                                org.account(name + " " + i);
                            }
                            JsonNode first = org.prepare(
                                    "query",
                                    "SELECT Id, Name FROM Account WHERE Name LIKE '" + name + " %' ORDER BY Name");
                            return org.send(
                                    "queryMore?" + org.form("QueryRecordsAccount"),
                                    first.path("nextRecordsUrl").asText());
                        },
                        " 3\"")
                .answered(
                        QUERY_MORE,
                        "children",
                        org -> {
                            JsonNode first = org.prepare("query", CHILDREN.formatted(contacts(org)));
                            return org.send(
                                    "queryMore?" + org.form("QueryRecordsContact"),
                                    first.at("/records/0/Contacts/nextRecordsUrl")
                                            .asText());
                        },
                        "Roe 4")
                .denied(
                        QUERY_MORE,
                        "unknown locator",
                        org -> org.send(
                                "queryMore?" + org.form("QueryRecordsAccount"),
                                "/services/data/v56.0/query/01g000000000099AAA-3"),
                        "INVALID_QUERY_LOCATOR");
    }

    private static void searches(Cases cases) {
        cases.answered(
                        SEARCH,
                        "two objects",
                        org -> {
                            contacts(org);
                            return org.send(
                                    "search",
                                    "FIND {Roe} IN NAME FIELDS RETURNING Account(Id, Name), Contact(Id ORDER BY LastName)");
                        },
                        "Contact")
                .denied(SEARCH, "malformed", org -> org.send("search", "FIND Roe"), "400", "MALFORMED_SEARCH")
                .denied(SEARCH, "no object", org -> org.send("search", "FIND {Roe} RETURNING"), "MALFORMED_SEARCH")
                .denied(SEARCH, "too short", org -> org.send("search", "FIND {R}"), "400");
    }

    private static Call query(String dto, String soql) {
        return org -> org.send("query?" + org.form(dto), soql.formatted(contacts(org)));
    }

    private static String contacts(ParityOrg org) {
        String account = org.account("Roe Import");
        for (int i = 0; i < 5; i++) {
            org.create("Contact", ParityOrg.object("LastName", "Roe " + i).put("AccountId", account));
        }
        return account;
    }
}
