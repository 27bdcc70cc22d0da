package org.camelforce.salesforcecc.simulator.badinput;

import static org.camelforce.salesforcecc.simulator.badinput.Shop.V;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.encode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;

/** One sound request for each resource of an org. A request is made anew each time, with what it needs in the org. */
final class Catalogue {

    private static final String ACCOUNT = "{`attributes`:{`type`:`Account`},`Name`:`Acme`}";
    private static final String MULTIPART = "multipart/form-data; boundary=BOUNDARY";
    private static final String PERIOD =
            "?start=" + Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS) + "&end="
                    + Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    private final Map<String, Supplier<Draft>> requests = new LinkedHashMap<>();
    private final Shop shop;

    Catalogue(Shop shop) {
        this.shop = shop;
        addOrg();
        addRecords();
        addBlobs();
        addQueries();
        addGraphQl();
        addTooling();
        addListViews();
        addComposites();
        addProcesses();
        new BulkCatalogue(shop, this).add();
        addLogins();
        addStreaming();
    }

    Map<String, Supplier<Draft>> requests() {
        return requests;
    }

    void get(String target) {
        add(() -> shop.get(target));
    }

    void add(Supplier<Draft> request) {
        Draft first = request.get();
        requests.put(first.method + " " + first.path + " " + requests.size(), request);
    }

    private void addOrg() {
        get("/services/data");
        for (String resource : new String[] {
            "", "limits", "recent", "limits/recordCount?sObjects=Account,Contact", "apps/oauth/usage", "sobjects"
        }) {
            get(V + resource);
        }
        get(V + "apps/oauth/credentials/" + shop.simulator.app().id());
        add(() -> shop.get(consumer()));
        add(() -> shop.get(consumer() + "/staged"));
        add(() -> {
            withdraw();
            return shop.with("POST", consumer() + "/staged");
        });
        add(() -> shop.get(consumer() + "/staged/" + staged()));
        add(() -> shop.json("PATCH", consumer() + "/staged/" + staged(), "{`command`:`rotate`}"));
        add(() -> shop.with("DELETE", consumer() + "/staged/" + staged()));
    }

    private String consumer() {
        return V + "apps/oauth/credentials/" + shop.simulator.app().id() + "/"
                + shop.simulator.app().consumerId();
    }

    private void withdraw() {
        shop.call(shop.get(consumer() + "/staged"))
                .path("stagedCredentials")
                .forEach(staged -> shop.call(shop.with(
                        "DELETE", consumer() + "/staged/" + staged.path("id").asText())));
    }

    private String staged() {
        withdraw();
        return shop.call(shop.with("POST", consumer() + "/staged"))
                .path("stagedCredentials")
                .path(0)
                .path("id")
                .asText();
    }

    private void addRecords() {
        String object = V + "sobjects/Account";
        get(object);
        get(object + "/describe");
        get(object + "/describe/layouts");
        get(object + "/describe/layouts/012000000000000AAA");
        get(object + "/" + shop.account() + "?fields=Name,Industry");
        get(object + "/Legacy_Id__c/A-1");
        get(object + "/" + shop.account() + "/Contacts");
        get(object + "/" + shop.account() + "/Owner");
        get(object + "/updated" + PERIOD);
        get(object + "/deleted" + PERIOD);
        get(V + "sobjects/Order__e/eventSchema");
        get(V + "event/eventSchema/"
                + shop.call(shop.get(V + "sobjects/Order__e/eventSchema"))
                        .path("uuid")
                        .asText());
        add(() -> shop.json("POST", object, "{`Name`:`Acme`,`NumberOfEmployees`:5,`AnnualRevenue`:1.5,`Site`:null}"));
        add(() -> shop.json("POST", object + "/Id", "{`Name`:`Acme`}"));
        add(() -> shop.json("PATCH", object + "/" + shop.someAccount(), "{`Name`:`New`}"));
        add(() -> shop.json("POST", object + "/" + shop.someAccount() + "?_HttpMethod=PATCH", "{`Name`:`New`}"));
        add(() -> shop.with("DELETE", object + "/" + shop.someAccount()));
        add(() -> shop.json("PATCH", object + "/Legacy_Id__c/A-1?updateOnly=false", "{`Name`:`Acme`}"));
        add(() -> shop.with("DELETE", object + "/Legacy_Id__c/" + shop.externalId()));
        add(() -> shop.json("POST", V + "sobjects/Contact", "{`LastName`:`B`,`Account`:{`Legacy_Id__c`:`A-1`}}"));
        add(() -> shop.json("POST", V + "sobjects/Order__e", "{`Number__c`:`7`}"));
        add(() -> shop.json(
                "POST",
                V + "sobjects/PushTopic",
                "{`Name`:`T" + shop.next() + "`,`Query`:`SELECT Id, Name FROM Account`,`ApiVersion`:67.0}"));
        String channel = shop.create("StreamingChannel", Map.of("Name", "/u/notes" + shop.next()));
        add(() -> shop.json(
                "POST",
                V + "sobjects/StreamingChannel/" + channel + "/push",
                "{`pushEvents`:[{`payload`:`hello`,`userIds`:[]}]}"));
    }

    private void addBlobs() {
        String attachment = shop.call(shop.json(
                        "POST",
                        V + "sobjects/Attachment",
                        "{`Name`:`a.txt`,`Body`:`YWJj`,`ParentId`:`" + shop.account() + "`}"))
                .path("id")
                .asText();
        get(V + "sobjects/Attachment/" + attachment + "/Body");
        add(() -> shop.json(
                "POST", V + "sobjects/ContentVersion", "{`Title`:`a`,`PathOnClient`:`a.txt`,`VersionData`:`YWJj`}"));
        add(() -> shop.with("POST", V + "sobjects/ContentVersion")
                .body(
                        MULTIPART,
                        multipart(
                                "entity_content",
                                "VersionData",
                                "{`Title`:`a`,`PathOnClient`:`a.txt`}",
                                "text/plain")));
        add(() -> shop.with("PATCH", V + "sobjects/Attachment/" + attachment)
                .body(MULTIPART, multipart("entity_attachment", "Body", "{`Name`:`b.txt`}", "text/plain")));
    }

    static String multipart(String name, String blob, String json, String type) {
        return ("--BOUNDARY\r\nContent-Disposition: form-data; name=`" + name
                        + "`\r\nContent-Type: application/json\r\n\r\n" + json
                        + "\r\n--BOUNDARY\r\nContent-Type: " + type + "\r\nContent-Disposition: form-data; name=`"
                        + blob
                        + "`; filename=`a.txt`\r\n\r\nName\nAcme\n\r\n--BOUNDARY--\r\n")
                .replace('`', '"');
    }

    private void addQueries() {
        for (String soql : new String[] {
            "SELECT Id, Name, Owner.Name FROM Account WHERE Name LIKE 'A%' AND (Industry = 'Energy' OR Site = null)"
                    + " ORDER BY Name DESC NULLS LAST LIMIT 10 OFFSET 1",
            "SELECT Name, (SELECT LastName FROM Contacts LIMIT 3) FROM Account WHERE CreatedDate = LAST_N_DAYS:3",
            "SELECT Industry, COUNT(Id) n, MAX(NumberOfEmployees) FROM Account GROUP BY ROLLUP(Industry)"
                    + " HAVING COUNT(Id) > 0",
            "SELECT FIELDS(STANDARD) FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name != 'x')",
            "SELECT COUNT() FROM Contact"
        }) {
            get(V + "query?q=" + encode(soql));
        }
        get(V + "queryAll?q=" + encode("SELECT Id FROM Account WHERE IsDeleted = false"));
        get(V + "query?explain=" + encode("SELECT Id FROM Account WHERE Name = 'x'"));
        add(() -> shop.get(shop.call(shop.get(V + "query?q=SELECT+Id+FROM+Contact"))
                .path("nextRecordsUrl")
                .asText()));
        add(() -> shop.get(shop.call(shop.get(V + "queryAll?q=SELECT+Id+FROM+Contact"))
                .path("nextRecordsUrl")
                .asText()
                .replace("/query/", "/queryAll/")));
        get(V + "search?q="
                + encode("FIND {Acme*} IN NAME FIELDS RETURNING Account(Id, Name WHERE Name != 'x' LIMIT 5)"));
        get(V + "search/layout?q=Account,Contact");
        get(V + "search/scopeOrder");
        get(V + "parameterizedSearch?q=acme&sobject=Account&Account.fields=id,name&Account.limit=10");
        add(() -> shop.json(
                "POST",
                V + "parameterizedSearch",
                "{`q`:`acme`,`fields`:[`id`],`sobjects`:[{`name`:`Account`,`fields`:[`id`,`name`],`limit`:5}],"
                        + "`in`:`ALL`,`overallLimit`:10,`defaultLimit`:5}"));
    }

    private void addGraphQl() {
        for (String query : new String[] {
            "query a($first: Int = 3) { uiapi { query { Account(first: $first, where: {or: [{Name: {like: 'A%'}},"
                    + " {Industry: {in: ['Energy', null]}}, {not: {Owner: {Username: {eq: 'x'}}}}]},"
                    + " orderBy: {Name: {order: DESC, nulls: LAST}}) { totalCount pageInfo { hasNextPage endCursor }"
                    + " edges { cursor node { Id Name { value } Owner { Name { value } }"
                    + " Contacts(first: 2) { edges { node { LastName { value } } } } } } } } } }",
            "{ uiapi { query { Contact(first: 200, upperBound: 400, where: {CreatedDate: {gt: {range: {n_days_ago: 3}}}})"
                    + " { edges { node { CreatedDate { value displayValue } } } } } } }",
            "{ __schema { types { name } } }"
        }) {
            String body = "{`query`:`" + query.replace("'", "\\`") + "`,`variables`:{`first`:2},`operationName`:null}";
            add(() -> shop.json("POST", V + "graphql", body));
        }
    }

    private void addTooling() {
        shop.simulator
                .managedSubscriptions()
                .define(ManagedSubscriptions.Definition.latest("Orders", "/event/Order__e"));
        String query = V + "tooling/query?q=";
        String object = V + "tooling/sobjects/ManagedEventSubscription";
        get(query + encode("SELECT Id, DeveloperName FROM ManagedEventSubscription WHERE State = 'RUN'"));
        get(query + encode("SELECT EventChannel, COUNT(Id) FROM PlatformEventChannelMember GROUP BY EventChannel"));
        get(V + "tooling/sobjects");
        get(object);
        get(object + "/describe");
        get(object + "/"
                + shop.call(shop.get(query + encode("SELECT Id FROM ManagedEventSubscription")))
                        .path("records")
                        .path(0)
                        .path("Id")
                        .asText());
    }

    private void addListViews() {
        String views = V + "sobjects/Account/listviews";
        String view = views + "/"
                + shop.call(shop.get(views))
                        .path("listviews")
                        .path(0)
                        .path("id")
                        .asText();
        get(views);
        get(views + "/recent");
        get(view);
        get(view + "/describe");
        get(view + "/results?limit=5&offset=1");
    }

    private void addComposites() {
        get(V + "composite");
        String node = "{`method`:`POST`,`url`:`" + V + "sobjects/Account`,`referenceId`:`a`,`body`:{`Name`:`x`}}";
        String next = "{`method`:`GET`,`url`:`" + V + "sobjects/Account/@{a.id}`,`referenceId`:`b`}";
        add(() -> shop.json(
                "POST", V + "composite", "{`allOrNone`:true,`compositeRequest`:[" + node + "," + next + "]}"));
        add(() -> shop.json(
                "POST",
                V + "composite/graph",
                "{`graphs`:[{`graphId`:`1`,`compositeRequest`:[" + node + "," + next + "]}]}"));
        add(() -> shop.json(
                "POST",
                V + "composite/batch",
                "{`batchRequests`:[{`method`:`GET`,`url`:`v67.0/limits`},{`method`:`POST`,"
                        + "`url`:`v67.0/sobjects/Account`,`richInput`:{`Name`:`x`}}],`haltOnError`:true}"));
        add(() -> shop.json(
                "POST",
                V + "composite/tree/Account",
                "{`records`:[{`attributes`:{`type`:`Account`,`referenceId`:`r`},`Name`:`x`,`Contacts`:{`records`:"
                        + "[{`attributes`:{`type`:`Contact`,`referenceId`:`c`},`LastName`:`y`}]}}]}"));
        String collection = V + "composite/sobjects";
        String both = "{`allOrNone`:false,`records`:[" + ACCOUNT + "," + ACCOUNT + "]}";
        add(() -> shop.json("POST", collection, both));
        add(() -> shop.json("PATCH", collection, both.replace("`Name`", "`id`:`" + shop.someAccount() + "`,`Name`")));
        add(() -> shop.with("DELETE", collection + "?ids=" + shop.someAccount() + "," + shop.someAccount()));
        get(collection + "/Account?ids=" + shop.account() + "&fields=Id,Name");
        add(() -> shop.json(
                "POST", collection + "/Account", "{`ids`:[`" + shop.account() + "`],`fields`:[`Id`,`Name`]}"));
        add(() -> shop.json(
                "PATCH", collection + "/Account", both.replace("`Name`", "`Id`:`" + shop.someAccount() + "`,`Name`")));
        add(() -> shop.json(
                "PATCH", collection + "/Account/Legacy_Id__c", both.replace("`Name`", "`Legacy_Id__c`:`A-9`,`Name`")));
    }

    private void addProcesses() {
        get(V + "process/approvals");
        get(V + "process/rules");
        add(() -> shop.json(
                "POST",
                V + "process/approvals",
                "{`requests`:[{`actionType`:`Submit`,`contextId`:`" + shop.someAccount() + "`,`comments`:`x`,"
                        + "`nextApproverIds`:[`" + shop.user() + "`],`processDefinitionNameOrId`:`P`}]}"));
        String report = V + "analytics/reports/" + shop.report;
        get(V + "analytics/reports");
        get(report + "?includeDetails=true");
        get(report + "/describe");
        get(report + "/instances");
        add(() -> shop.json(
                "POST",
                report,
                "{`reportMetadata`:{`reportFilters`:[{`column`:`Name`,`operator`:`equals`,`value`:`Acme`}]}}"));
        add(() -> shop.with("POST", report + "/instances"));
        add(() -> shop.get(report + "/instances/" + instance(report)));
        add(() -> shop.with("DELETE", report + "/instances/" + instance(report)));
        get("/services/apexrest/orders/42?a=b");
        add(() -> shop.json("POST", "/services/apexrest/orders", "{`a`:1}"));
    }

    private String instance(String report) {
        return shop.call(shop.with("POST", report + "/instances")).path("id").asText();
    }

    private void addLogins() {
        String form = "application/x-www-form-urlencoded";
        add(() -> new Draft("POST", "/services/oauth2/token").body(form, shop.loginForm()));
        add(() -> new Draft("POST", "/services/oauth2/introspect")
                .body(
                        form,
                        "token=" + shop.token() + "&"
                                + shop.loginForm().replace("grant_type=client_credentials&", "")));
        add(() -> new Draft("POST", "/services/oauth2/revoke").body(form, "token=" + encode(shop.login())));
        add(() -> new Draft("GET", "/services/oauth2/revoke?token=" + encode(shop.login())));
        get("/services/oauth2/userinfo");
        get("/id/" + shop.simulator.org().id() + "/" + shop.user());
        get("/id/keys");
        get("/.well-known/openid-configuration");
        get("/.well-known/auth-configuration");
    }

    private void addStreaming() {
        add(() -> streaming("[{`channel`:`/meta/handshake`,`version`:`1.0`,`minimumVersion`:`1.0`,`id`:`1`,"
                + "`supportedConnectionTypes`:[`long-polling`],`ext`:{`replay`:true}}]"));
        add(() -> streaming("[{`channel`:`/meta/connect`,`connectionType`:`long-polling`,`id`:`2`," + client() + "}]"));
        add(() -> streaming("[{`channel`:`/meta/subscribe`,`subscription`:`/event/Order__e`,`id`:`3`," + client()
                + ",`ext`:{`replay`:{`/event/Order__e`:-2}}}]"));
        add(() -> streaming(
                "[{`channel`:`/meta/unsubscribe`,`subscription`:`/event/Order__e`,`id`:`4`," + client() + "}]"));
        add(() -> streaming("[{`channel`:`/meta/disconnect`,`id`:`5`," + client() + "}]"));
        add(() -> streaming("[{`channel`:`/event/Order__e`,`data`:{`a`:1},`id`:`6`," + client() + "}]"));
    }

    private Draft streaming(String messages) {
        return shop.json("POST", "/cometd/67.0/", messages);
    }

    private String client() {
        return "`clientId`:`" + shop.cometdClient() + "`";
    }
}
