package org.camelforce.salesforcecc.benchmarks.requests;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.jspecify.annotations.Nullable;

/** What is asked. */
enum RequestCase {
    /** A query with an empty result, which the route wants as text. */
    QUERY(
            "query?rawPayload=true&sObjectQuery=SELECT+Id+FROM+Account",
            "GET",
            "/query/?q=SELECT%20Id%20FROM%20Account") {
        @Override
        Object read(Exchange exchange) {
            return exchange.getMessage().getBody(String.class);
        }
    },
    /** An upsert whose body is text. */
    UPSERT(
            "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Number__c&sObjectIdValue=42",
            "PATCH",
            "/sobjects/Account/Number__c/42") {
        @Override
        Object body() {
            return JSON_RECORD;
        }

        @Override
        Object read(Exchange exchange) {
            return exchange.getMessage().getBody(String.class);
        }
    },
    /** A record is created from an object. */
    CREATE("createSObject", "POST", "/sobjects/Account") {
        @Override
        Object body() {
            return account();
        }
    },
    /** A record becomes an object. */
    RETRIEVE(
            "getSObject?sObjectName=Account&sObjectId=001000000000001AAA",
            "GET",
            "/sobjects/Account/001000000000001AAA"),
    /** 25 records are created by one request. */
    COMPOSITE("composite", "POST", "/composite") {
        @Override
        Object body() {
            SObjectComposite composite = new SObjectComposite("56.0", true);
            for (int i = 0; i < REQUESTS; i++) {
                composite.addCreate(account(), "account" + i);
            }
            return composite;
        }
    },
    /** A page of 2,000 records becomes objects. */
    PAGE(
            "query?sObjectClass=" + QueryRecordsAccount.class.getName() + "&sObjectQuery=SELECT+Id,Name+FROM+Account",
            "GET",
            "/query/?q=SELECT%20Id%2CName%20FROM%20Account");

    /** How many requests are in the composite one. */
    static final int REQUESTS = 25;

    static final String JSON_RECORD = "{\"Name\":\"Acme\",\"Industry\":\"Energy\",\"NumberOfEmployees\":7}";

    private final String endpoint;
    private final String method;
    private final String path;

    RequestCase(String endpoint, String method, String path) {
        this.endpoint = endpoint;
        this.method = method;
        this.path = path;
    }

    /** The endpoint without its scheme. */
    String endpoint() {
        return endpoint;
    }

    /** The HTTP method. */
    String method() {
        return method;
    }

    /** The path below the version of the API, and the query. */
    String path() {
        return path;
    }

    /** The body of the exchange, null for none. */
    @Nullable
    Object body() {
        return null;
    }

    /** What the route takes from the answer. */
    @Nullable
    Object read(Exchange exchange) {
        return exchange.getMessage().getBody();
    }

    /** For options and tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Account account() {
        Account account = new Account();
        account.setName("Acme");
        account.setIndustry("Energy");
        account.setNumberOfEmployees(7);
        return account;
    }
}
