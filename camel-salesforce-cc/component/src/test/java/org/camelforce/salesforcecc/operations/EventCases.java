package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.test.support.LogLines;

/** Events, by both APIs. What a subscription brings is the exchange of its route. */
final class EventCases {

    private static final String PUBLISH = "pubSubPublish:/event/";
    private static final int AGAIN_AND_AGAIN = 3;

    private EventCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        cases.answered(SUBSCRIBE, "platform event", org -> received(org, "subscribe:/event/Order__e"), "Number__c")
                .answered(
                        SUBSCRIBE,
                        "change event",
                        org -> received(org, "subscribe:/data/AccountChangeEvent"),
                        "AccountChangeEvent")
                .answered(SUBSCRIBE, "PushTopic", EventCases::topic, "Pushed")
                .denied(SUBSCRIBE, "unknown channel", org -> denied(org, "subscribe:/event/Nothing__e"), "403")
                .answered(
                        PUBSUB_PUBLISH,
                        "two",
                        org -> org.send(PUBLISH + "Order__e", List.of(order(org), order(org))),
                        "hasError=false")
                .denied(
                        PUBSUB_PUBLISH,
                        "unknown event",
                        org -> org.send(PUBLISH + "Nothing__e", List.of(order(org))),
                        "NOT_FOUND")
                .answered(
                        PUBSUB_SUBSCRIBE,
                        "GenericRecord",
                        org -> received(org, "pubSubSubscribe:/event/Order__e?pubSubDeserializeType=GENERIC_RECORD"),
                        "Number__c")
                .answered(
                        PUBSUB_SUBSCRIBE,
                        "JSON",
                        org -> received(org, "pubSubSubscribe:/event/Order__e?pubSubDeserializeType=JSON"),
                        "Number__c")
                .denied(
                        PUBSUB_SUBSCRIBE,
                        "unknown event",
                        org -> denied(org, "pubSubSubscribe:/event/Nothing__e"),
                        "NOT_FOUND");
        return cases.all();
    }

    private static Exchange topic(ParityOrg org) throws Exception {
        String name = org.unique("Topic");
        return received(
                org,
                "subscribe:" + name + "?notifyForOperationCreate=true&notifyForFields=ALL&updateTopic=true"
                        + "&sObjectName=Account&sObjectQuery=SELECT Id, Name FROM Account&" + org.form("Account"));
    }

    private static Exchange received(ParityOrg org, String endpoint) throws Exception {
        String id = org.unique("route");
        MockEndpoint mock = add(org, id, endpoint);
        org.context().getRouteController().startRoute(id);
        Awaitility.await()
                .until(() -> org.simulator().subscriptions() + org.simulator().pubSubStreams() == 1);
        org.account("Pushed");
        org.simulator().events().publishPlatformEvent("Order__e", ParityOrg.object("Number__c", "7"), org.user());
        Awaitility.await().until(() -> mock.getReceivedCounter() > 0);
        return mock.getExchanges().get(0);
    }

    /** A subscription that is denied, and how the application gets to know of it. */
    private static Exchange denied(ParityOrg org, String endpoint) throws Exception {
        String id = org.unique("route");
        MockEndpoint mock = add(org, id, endpoint + "?bridgeErrorHandler=true");
        Exchange told = new DefaultExchange(org.context());
        try (LogLines log = LogLines.from(Level.WARN)) {
            org.context().getRouteController().startRoute(id);
            Awaitility.await()
                    .until(() -> mock.getReceivedCounter() > 0
                            || !log.with("grpc.topic.not.found").isEmpty()
                            || log.with("Error subscribing to").size() >= AGAIN_AND_AGAIN);
            boolean handled = mock.getReceivedCounter() > 0;
            told.setProperty(Outcome.TOLD, handled ? "the exception handler gets it" : "only logged");
            if (handled) {
                told.setException(mock.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
            }
        } catch (RuntimeCamelException e) {
            told.setProperty(Outcome.TOLD, "the start fails");
            told.setException(e.getCause());
        }
        return told;
    }

    private static MockEndpoint add(ParityOrg org, String id, String endpoint) throws Exception {
        org.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:" + id);
                from(org.uri(endpoint)).routeId(id).autoStartup(false).to("mock:" + id);
            }
        });
        return org.context().getEndpoint("mock:" + id, MockEndpoint.class);
    }

    private static Object order(ParityOrg org) {
        return org.body(new Order(), "{\"CreatedDate\":0,\"CreatedById\":\"\",\"Number__c\":\"7\"}");
    }

    /** As Avro's reflection reads it. */
    public static final class Order {
        private final long CreatedDate = 0;
        private final String CreatedById = "";
        private final String Number__c = "7";
    }
}
