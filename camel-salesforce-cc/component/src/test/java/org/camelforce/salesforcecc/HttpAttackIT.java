package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.camelforce.salesforcecc.HostileMessages.Hostile;
import org.camelforce.salesforcecc.RecordingInstance.Call;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Routes from Camel's own HTTP consumer into operations, and a caller that sends what headers, query parameters and
 * bodies it likes: nothing arrives anywhere else, and what arrives at the instance is what the route says
 * (CVE-2026-49099).
 */
class HttpAttackIT {

    /** How many messages each route gets; 500 and more by {@code -Dattack.messages}. */
    private static final int MESSAGES = Integer.getInteger("attack.messages", 100);

    private static final String RECORD = "001000000000001AAA";

    /** Operations, and the only request that each may send, as a pattern if the caller is to choose a part. */
    private static final Map<String, String> INTENTS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "query?rawPayload=true&sObjectQuery=RAW(SELECT Id FROM Account)",
                    exactly("GET /services/data/v56.0/query/?q=SELECT%20Id%20FROM%20Account")),
            Map.entry(
                    "queryMore?rawPayload=true&sObjectQuery=RAW(/services/data/v56.0/query/01g000000000001AAA-3)",
                    exactly("GET /services/data/v56.0/query/01g000000000001AAA-3")),
            Map.entry("queryMore?rawPayload=true", "GET /services/data/v56\\.0/query/[A-Za-z0-9-]+"),
            Map.entry(
                    "raw?rawMethod=GET&rawPath=/services/data/v56.0/limits",
                    exactly("GET /services/data/v56.0/limits")),
            Map.entry(
                    "getSObject?rawPayload=true&sObjectName=Account&sObjectId=" + RECORD,
                    exactly("GET /services/data/v56.0/sobjects/Account/" + RECORD)),
            Map.entry(
                    "deleteSObject?rawPayload=true&sObjectName=Account&sObjectId=" + RECORD,
                    exactly("DELETE /services/data/v56.0/sobjects/Account/" + RECORD)),
            Map.entry(
                    "deleteSObject?rawPayload=true&sObjectName=Account",
                    exactly("DELETE /services/data/v56.0/sobjects/Account/" + HostileMessages.OTHER_RECORD)),
            Map.entry(
                    "createSObject?rawPayload=true&sObjectName=Account",
                    exactly("POST /services/data/v56.0/sobjects/Account")),
            Map.entry(
                    "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c&sObjectIdValue=17",
                    exactly("PATCH /services/data/v56.0/sobjects/Account/Legacy_Id__c/17")),
            Map.entry(
                    "deleteSObjectWithId?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c",
                    "DELETE /services/data/v56\\.0/sobjects/Account/Legacy_Id__c/[^/?#]+"),
            Map.entry(
                    "apexCall?rawPayload=true&apexMethod=GET&apexUrl=Merchandise/%7BsObjectId%7D/price",
                    "GET /services/apexrest/Merchandise/[^/?#]+/price"),
            Map.entry("composite?rawPayload=true", exactly("POST /services/data/v56.0/composite")),
            Map.entry(
                    "search?rawPayload=true&sObjectSearch=RAW(FIND {Acme})",
                    exactly("GET /services/data/v56.0/search/?q=FIND%20%7BAcme%7D")),
            Map.entry("limits?rawPayload=true", exactly("GET /services/data/v56.0/limits")),
            Map.entry("getJob?jobId=750000000000001AAA", exactly("GET /services/async/56.0/job/750000000000001AAA"))));

    private static SalesforceSimulator org;
    private static RecordingInstance instance;
    private static Eavesdropper first;
    private static Eavesdropper second;
    private static CamelContext context;
    private static HttpClient caller;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        org = SalesforceSimulator.start();
        instance = new RecordingInstance();
        first = new Eavesdropper("127.0.0.2");
        second = new Eavesdropper("127.0.0.3");
        caller = HttpClient.newHttpClient();
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl(instance.url());
        context = TestContexts.contextWith(component);
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        List<String> operations = List.copyOf(INTENTS.keySet());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < operations.size(); i++) {
                    from("platform-http:/" + i).errorHandler(noErrorHandler()).to("salesforce-cc:" + operations.get(i));
                }
            }
        });
        context.start();
        port = server.getPort();
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        first.close();
        second.close();
        instance.close();
        org.close();
    }

    @TestFactory
    Stream<DynamicTest> routeWhenCallersAreHostileThenNothingButItsOwnRequestGoesToTheInstanceAlone() {
        List<String> operations = List.copyOf(INTENTS.keySet());
        return operations.stream()
                .map(operation ->
                        DynamicTest.dynamicTest(operation, () -> attack(operation, operations.indexOf(operation))));
    }

    private static void attack(String operation, int route) throws Exception {
        Pattern intent = Pattern.compile(INTENTS.get(operation));
        String token = TestContexts.token(context.getComponent("salesforce-cc", SalesforceCcComponent.class));
        HostileMessages messages = new HostileMessages(49_099 + route, instance.port(), first, second);
        int sent = 0;
        for (int i = 0; i < MESSAGES; i++) {
            Hostile hostile = messages.next();
            instance.takeCalls();
            if (send(route, hostile)) {
                sent++;
            }
            for (Call call : instance.takeCalls()) {
                assertThat(call.line()).as("%s with %s", operation, hostile).matches(intent);
                assertOurCredentialAlone(call, token, hostile);
            }
            assertThat(first.connections() + second.connections())
                    .as("%s with %s", operation, hostile)
                    .isZero();
        }
        assertThat(first.heard() + second.heard()).isEmpty();
        assertThat(sent).as("messages that HTTP lets through").isGreaterThan(MESSAGES / 2);
    }

    private static void assertOurCredentialAlone(Call call, String token, Hostile hostile) {
        boolean bulk = call.uri().startsWith("/services/async/");
        assertThat(call.header("Authorization")).isEqualTo(bulk ? List.of() : List.of("Bearer " + token));
        assertThat(call.header("X-SFDC-Session")).isEqualTo(bulk ? List.of(token) : List.of());
        String others = call.headers().entrySet().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(others)
                .as("headers with %s", hostile)
                .doesNotContain(HostileMessages.FOREIGN)
                .doesNotContain("sforce-", "cookie", "forwarded", "if-match");
        assertThat(call.header("Host")).containsExactly("127.0.0.1:" + instance.port());
    }

    /** False if the HTTP client does not send such a thing. */
    private static boolean send(int route, Hostile hostile) throws Exception {
        String query = hostile.query().entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/" + route + "?" + query))
                    .timeout(Duration.ofSeconds(30))
                    .POST(HttpRequest.BodyPublishers.ofString(hostile.body()));
            hostile.headers().forEach(request::header);
            caller.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String exactly(String line) {
        return Pattern.quote(line);
    }
}
