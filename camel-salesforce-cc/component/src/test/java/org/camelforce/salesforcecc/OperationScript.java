package org.camelforce.salesforcecc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.dto.Account;

/** The same route texts for two schemes: what each operation answers, as text, by the operation's name. */
final class OperationScript {

    private static final ObjectMapper JSON = JsonUtils.createObjectMapper();
    /** salesforce: stays connected when its last subscription has ended, salesforce-cc: does not. */
    private static final String STREAMING_CLIENTS_LEFT =
            "(?i)(\"DurableStreamingApiConcurrentClients\":\\{\"max\":20,\"remaining\":)\\d+";

    private static final String VERSION = "56.0";
    private static final String ACCOUNT = "rawPayload=true&sObjectName=Account";

    private final CamelContext context;
    private final String scheme;
    private final Map<String, String> answers = new LinkedHashMap<>();

    OperationScript(CamelContext context, String scheme) {
        this.context = context;
        this.scheme = scheme;
    }

    Map<String, String> run() throws Exception {
        subscribe();
        metadata();
        records();
        queries();
        composites();
        collections();
        return answers;
    }

    private void subscribe() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(scheme + ":subscribe:/data/AccountChangeEvent?rawPayload=true")
                        .to("mock:changes");
            }
        });
        MockEndpoint changes = context.getEndpoint("mock:changes", MockEndpoint.class);
        changes.expectedMinimumMessageCount(1);
        call("createSObject before subscribe", "createSObject?" + ACCOUNT, "{\"Name\":\"Subscribed\"}");
        changes.assertIsSatisfied();
        JsonNode change = JSON.readTree(changes.getExchanges().get(0).getIn().getBody(String.class));
        answers.put("subscribe", change.path("data").path("payload").toString());
        context.getRouteController().stopAllRoutes();
    }

    private void metadata() throws Exception {
        call("getVersions", "getVersions?rawPayload=true", null);
        call("getResources", "getResources?rawPayload=true", null);
        call("limits", "limits", null);
        call("getGlobalObjects", "getGlobalObjects?rawPayload=true", null);
        call("getBasicInfo", "getBasicInfo?" + ACCOUNT, null);
        call("getDescription", "getDescription?" + ACCOUNT, null);
        call("raw", "raw?rawMethod=GET&rawPath=/services/data/v56.0/sobjects/Account/describe", null);
    }

    private void records() throws Exception {
        String id = idOf(call("createSObject", "createSObject?" + ACCOUNT, "{\"Name\":\"Acme\"}"));
        call("createSObject with DTO", "createSObject?sObjectName=Account", Account.named("Initech"));
        call("updateSObject", "updateSObject?" + ACCOUNT + "&sObjectId=" + id, "{\"Name\":\"Acme Corp\"}");
        call("getSObject", "getSObject?" + ACCOUNT + "&sObjectFields=Id,Name&sObjectId=" + id, null);
        String byExternalId = ACCOUNT + "&sObjectIdName=Legacy_Id__c&sObjectIdValue=17";
        call("upsertSObject creates", "upsertSObject?" + byExternalId, "{\"Name\":\"Upserted\"}");
        call("upsertSObject updates", "upsertSObject?" + byExternalId, "{\"Name\":\"Upserted twice\"}");
        call("getSObjectWithId", "getSObjectWithId?" + byExternalId, null);
        call("deleteSObjectWithId", "deleteSObjectWithId?" + byExternalId, null);
        call("recent", "recent?rawPayload=true", null);
        call("deleteSObject", "deleteSObject?" + ACCOUNT + "&sObjectId=" + id, null);
        call("getSObject deleted", "getSObject?" + ACCOUNT + "&sObjectId=" + id, null);
    }

    private void queries() throws Exception {
        for (int i = 0; i < 5; i++) {
            call("createSObject " + i, "createSObject?" + ACCOUNT, "{\"Name\":\"Page " + i + "\"}");
        }
        String query = "SELECT Id, Name FROM Account WHERE Name LIKE 'Page%' ORDER BY Name";
        JsonNode first = JSON.readTree(call("query", "query?rawPayload=true", query));
        call(
                "queryMore",
                "queryMore?rawPayload=true",
                first.path("nextRecordsUrl").asText());
        call("query with DTO", "query?sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount", query);
        call("queryAll", "queryAll?rawPayload=true", "SELECT Name, IsDeleted FROM Account ORDER BY Name");
        call("query malformed", "query?rawPayload=true", "SELEKT Id FROM Account");
    }

    private void composites() throws Exception {
        SObjectComposite composite = new SObjectComposite(VERSION, true);
        composite.addCreate(Account.named("Composite"), "created");
        composite.addUpsertByExternalId("Account", "Legacy_Id__c", "composite", Account.named("Upserted"), "upserted");
        composite.addQuery("SELECT COUNT() FROM Account", "counted");
        call("composite", "composite?format=JSON", composite);

        SObjectBatch batch = new SObjectBatch(VERSION);
        batch.addCreate(Account.named("Batch"));
        batch.addLimits();
        call("composite-batch", "composite-batch?format=JSON", batch);

        SObjectTree tree = new SObjectTree();
        tree.addObject(Account.named("Tree"));
        call("composite-tree", "composite-tree?format=JSON", tree);
    }

    private void collections() throws Exception {
        String created = call(
                "compositeCreateSObjectCollections",
                "compositeCreateSObjectCollections",
                List.of(
                        Account.named("One").withLegacyId("c1"),
                        Account.named("Two").withLegacyId("c2")));
        List<String> ids = JSON.readTree(created).findValuesAsText("id");
        call(
                "compositeUpdateSObjectCollections",
                "compositeUpdateSObjectCollections",
                List.of(Account.named("One more").withId(ids.get(0))));
        call(
                "compositeUpsertSObjectCollections",
                "compositeUpsertSObjectCollections?sObjectName=Account&sObjectIdName=Legacy_Id__c",
                List.of(
                        Account.named("Two more").withLegacyId("c2"),
                        Account.named("Three").withLegacyId("c3")));
        call(
                "compositeRetrieveSObjectCollections",
                "compositeRetrieveSObjectCollections?sObjectName=Account&sObjectFields=Id,Name",
                null,
                sObjectIds(ids));
        call("compositeDeleteSObjectCollections", "compositeDeleteSObjectCollections", null, sObjectIds(ids));
    }

    /** The header's name, and the one that camel-salesforce has for it before 4.14.8, 4.18.3 and 4.21. */
    private static Map<String, Object> sObjectIds(List<String> ids) {
        return Map.of("sObjectIds", ids, "CamelSalesforceSObjectIds", ids);
    }

    private String call(String name, String endpoint, Object body) throws Exception {
        return call(name, endpoint, body, Map.of());
    }

    private String call(String name, String endpoint, Object body, Map<String, Object> headers) throws Exception {
        Exchange exchange = context.createProducerTemplate().request(scheme + ":" + endpoint, request -> {
            request.getIn().setHeaders(new LinkedHashMap<>(headers));
            request.getIn().setBody(body);
        });
        String answer = exchange.getException() == null
                ? text(exchange.getMessage().getBody())
                : "failed: " + exchange.getException().getMessage().replaceAll("@[0-9a-f]+", "@");
        answers.put(
                name, answer.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1").replaceAll(STREAMING_CLIENTS_LEFT, "$1n"));
        return answer;
    }

    private static String text(Object body) throws Exception {
        if (body instanceof InputStream stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static String idOf(String created) throws Exception {
        return JSON.readTree(created).path("id").asText();
    }
}
