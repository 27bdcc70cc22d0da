package org.camelforce.salesforcecc.karaf.routes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Routes of an integration that queries, upserts and subscribes. */
public final class Routes extends RouteBuilder implements RoutesMXBean {

    private final List<String> streamed = new CopyOnWriteArrayList<>();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final ProducerTemplate template;

    Routes(CamelContext context) {
        super(context);
        template = context.createProducerTemplate();
    }

    @Override
    public void configure() {
        from("direct:query").to("salesforce-cc:query?rawPayload=true").convertBodyTo(String.class);
        from("direct:upsert")
                .to("salesforce-cc:upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c"
                        + "&sObjectIdValue=17")
                .convertBodyTo(String.class);
        from("salesforce-cc:subscribe:/event/Order__e?rawPayload=true")
                .process(exchange -> streamed.add(exchange.getMessage().getBody(String.class)));
        from("salesforce-cc:pubSubSubscribe:/event/Order__e?pubSubDeserializeType=JSON")
                .process(exchange -> published.add(exchange.getMessage().getBody(String.class)));
    }

    @Override
    public String request(String endpoint, String body) {
        return template.requestBody(endpoint, body, String.class);
    }

    @Override
    public List<String> getStreamed() {
        return streamed;
    }

    @Override
    public List<String> getPublished() {
        return published;
    }
}
