package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.apache.camel.support.DefaultMessage;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown while an answer is read ends its exchange, with that as its exception. */
@WithSalesforceSimulator
class UnreadableAnswersIT {

    private static final String QUERY = "SELECT Id, Name FROM Account";
    private static final String PAGE = "{\"totalSize\":2,\"done\":%s,\"nextRecordsUrl\":"
            + "\"/services/data/v56.0/query/01gxx-1\",\"records\":[{\"attributes\":{\"type\":\"Account\"},"
            + "\"Id\":\"001000000000001AAA\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getVersions",
                "limits",
                "recent?limit=1",
                "query?rawPayload=true",
                "queryAll?rawPayload=true",
                "getSObject?rawPayload=true&sObjectName=Account&sObjectId=001000000000001AAA",
                "createSObject?sObjectName=Account",
                "apexCall?apexUrl=orders&apexMethod=GET",
                "composite?format=JSON",
                "composite-batch?format=JSON",
                "composite-tree?format=JSON",
                "compositeCreateSObjectCollections",
                "getRecentReports",
                "getJob?jobId=750000000000001AAA",
                "bulk2GetAllJobs",
                "raw?rawMethod=GET&rawPath=/services/data/v56.0/limits"
            })
    void answerWhenTheMessageOfItThrowsAnErrorThenTheExchangeFails(String operation, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = TestContexts.started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            if (operation.startsWith("bulk2")) {
                // the simulator does not have it
                org.faults()
                        .inject(
                                FaultPoint.REST_REQUEST,
                                new Fault.Answer(200, "application/json", "{\"done\":true,\"records\":[]}"),
                                1);
            }
            Exchange exchange = template.to("salesforce-cc:" + operation)
                    .withProcessor(each -> {
                        each.setIn(new Unanswerable(context));
                        each.getIn().setBody(body(operation));
                        ((Unanswerable) each.getIn()).isSent = true;
                    })
                    .asyncSend()
                    .get(30, TimeUnit.SECONDS);

            assertThat(exchange.getException()).rootCause().isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getSObject?sObjectName=Account&sObjectId=001000000000001AAA",
                "query?sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount&sObjectQuery=" + QUERY,
                "query?streamQueryResult=true&sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount&sObjectQuery="
                        + QUERY,
                "queryAll?sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount&sObjectQuery=" + QUERY,
                "apexCall?apexMethod=GET&sObjectClass=org.camelforce.salesforcecc.dto.Account&apexUrl=any"
            })
    void answerWhenADtoThrowsAnErrorThenTheExchangeFailsAndSaysSo(String operation, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPackages("org.camelforce.salesforcecc.dto");
        try (CamelContext context = TestContexts.contextWith(component);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            context.getRegistry().bind("mapper", throwing());
            context.start();
            org.faults()
                    .inject(
                            FaultPoint.REST_REQUEST,
                            new Fault.Answer(200, "application/json", PAGE.formatted("true")),
                            1);

            Exchange exchange = template.to("salesforce-cc:" + operation + "&objectMapper=#mapper")
                    .asyncSend()
                    .get(30, TimeUnit.SECONDS);

            assertThat(exchange.getException()).rootCause().isInstanceOf(StackOverflowError.class);
            assertThat(exchange.getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void nextPageWhenItIsAnErrorThenTheRouteGetsTheErrorInsteadOfWaiting(SalesforceSimulator org) throws Exception {
        assertThatThrownBy(() -> secondRecord(org, new Fault.Answer(500, "application/json", "[]")))
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isInstanceOf(SalesforceException.class);
    }

    @Test
    void nextPageWhenItCannotBeReadThenTheRouteGetsTheErrorInsteadOfWaiting(SalesforceSimulator org) throws Exception {
        assertThatThrownBy(() -> secondRecord(org, new Fault.Answer(200, "application/json", "{")))
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nextPageWhenItComesThenItsRecords(SalesforceSimulator org) throws Exception {
        assertThat(secondRecord(org, new Fault.Answer(200, "application/json", PAGE.formatted("true"))))
                .isInstanceOf(Account.class);
    }

    private static Object secondRecord(SalesforceSimulator org, Fault page) throws Exception {
        try (CamelContext context = TestContexts.started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            org.faults()
                    .inject(
                            FaultPoint.REST_REQUEST,
                            new Fault.Answer(200, "application/json", PAGE.formatted("false")),
                            1);
            Exchange exchange = template.to("salesforce-cc:query?streamQueryResult=true"
                            + "&sObjectClass=org.camelforce.salesforcecc.dto.QueryRecordsAccount&sObjectQuery=" + QUERY)
                    .asyncSend()
                    .get(30, TimeUnit.SECONDS);
            Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
            assertThat(records.next()).isInstanceOf(Account.class);
            org.faults().inject(FaultPoint.REST_REQUEST, page, 1);
            return CompletableFuture.supplyAsync(records::next).get(30, TimeUnit.SECONDS);
        }
    }

    private static Object body(String operation) {
        String name = operation.contains("?") ? operation.substring(0, operation.indexOf('?')) : operation;
        return switch (name) {
            case "query", "queryAll" -> QUERY;
            case "createSObject" -> "{\"Name\":\"Acme\"}";
            case "composite" -> {
                SObjectComposite composite = new SObjectComposite("56.0", true);
                composite.addCreate(Account.named("Acme"), "created");
                yield composite;
            }
            case "composite-batch" -> {
                SObjectBatch batch = new SObjectBatch("56.0");
                batch.addLimits();
                yield batch;
            }
            case "composite-tree" -> {
                SObjectTree tree = new SObjectTree();
                tree.addObject(Account.named("Tree"));
                yield tree;
            }
            case "compositeCreateSObjectCollections" -> List.of(Account.named("Acme"));
            default -> "";
        };
    }

    private static ObjectMapper throwing() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(Account.class, new Throwing<>(Account.class));
        ObjectMapper mapper = JsonUtils.createObjectMapper();
        mapper.registerModule(module);
        return mapper;
    }

    private static final class Throwing<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1;

        private Throwing(Class<T> type) {
            super(type);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            throw new StackOverflowError("thrown by a DTO");
        }
    }

    /** No answer can be put into it, nor made from it. */
    private static final class Unanswerable extends DefaultMessage {

        private boolean isSent;

        private Unanswerable(CamelContext context) {
            super(context);
        }

        @Override
        public DefaultMessage newInstance() {
            throw new NoClassDefFoundError("thrown by a message");
        }

        @Override
        public void setHeader(String name, Object value) {
            if (isSent) {
                throw new NoClassDefFoundError("thrown by a message");
            }
            super.setHeader(name, value);
        }

        @Override
        public void setBody(Object body) {
            if (isSent) {
                throw new NoClassDefFoundError("thrown by a message");
            }
            super.setBody(body);
        }
    }
}
