package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.camelforce.salesforcecc.secrets.Secrets;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R17: neither the secret nor a token can be read in exceptions, JMX attributes, endpoint URIs and texts of objects.
 */
@WithSalesforceSimulator
class ExposureIT {

    @Test
    void r17JmxWhenStartedThenNoAttributeShowsASecret(SalesforceSimulator org) throws Exception {
        try (CamelContext context = withRoute(org)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");

            List<String> attributes = attributes(context);

            assertThat(attributes).hasSizeGreaterThan(50).allSatisfy(ExposureIT::assertNoSecret);
        }
    }

    @Test
    void r17EndpointsWhenStartedThenNeitherUriNorTextShowsASecret(SalesforceSimulator org) throws Exception {
        try (CamelContext context = withRoute(org)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");
            SalesforceCcComponent component = context.getComponent("salesforce-cc", SalesforceCcComponent.class);

            assertThat(context.getEndpoints())
                    .isNotEmpty()
                    .extracting(Endpoint::getEndpointUri)
                    .allSatisfy(ExposureIT::assertNoSecret);
            assertNoSecret(component.toString());
            assertNoSecret(String.valueOf(component.getLoginConfig()));
            assertNoSecret(TestContexts.orgLogin(component).toString());
            assertNoSecret(component.login().status().entry().toString());
            assertNoSecret(component.getConfig().toString());
        }
    }

    @Test
    void r17ExceptionWhenTheLoginFailsInAnyWayThenShowsNoSecret(SalesforceSimulator org) throws Exception {
        String secret = org.getClientSecret();
        List<Fault> answers = List.of(
                new Fault.Answer(500, "text/html", "<p>Error near client_secret=" + secret + "</p>"),
                new Fault.Answer(
                        400,
                        "application/json",
                        "{\"error\":\"invalid_grant\",\"error_description\":\"no valid scopes defined\"}"),
                new Fault.Answer(200, "application/json", "{\"access_token\":\"00Dxx0000001gPL!AQ0AQBtokentoken\"}"),
                new Fault.DropConnection(),
                new Fault.CutBody(200));
        for (Fault answer : answers) {
            org.faults().inject(FaultPoint.TOKEN_REQUEST, answer, 100);
            SalesforceCcComponent component = TestContexts.component(org);
            component.setLazyLogin(true);
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.start();

                Throwable failure = catchThrowable(() -> TestQueries.users(context, "salesforce-cc"));

                assertThat(failure).as(answer.getClass().getSimpleName()).isNotNull();
                assertNoSecret(stackTrace(failure));
            }
            org.faults().clear();
        }
    }

    @Test
    void r17RequestsWhenMadeThenNoUrlHoldsASecret(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setRevokeOnStop(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");
        }

        assertThat(org.requestLog()).extracting(RecordedRequest::toString).allSatisfy(ExposureIT::assertNoSecret);
    }

    @Test
    void r17RedirectWhenToAnotherHostThenNotFollowed(SalesforceSimulator org) throws Exception {
        try (SalesforceSimulator foreign = SalesforceSimulator.start();
                CamelContext context = TestContexts.started(org)) {
            Fault redirect = new Fault.Answer(
                    307, "text/html", "", "Location: " + foreign.getLoginUrl() + "/services/data/v62.0/query");
            org.faults().inject(FaultPoint.REST_REQUEST, redirect, 2);

            assertThat(catchThrowable(() -> TestQueries.users(context, "salesforce-cc")))
                    .isNotNull();
            context.createProducerTemplate()
                    .request("salesforce-cc:raw?rawMethod=GET&rawPath=/services/data/v62.0/limits", exchange -> {});
            assertThat(foreign.requestLog()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@%s/x", ".%s/x", ":80/x", "//%s/x", "/\\%s/x", "\\%s/x"})
    void r17PathWhenItNamesAnotherHostThenNothingIsSentAnywhere(String form, SalesforceSimulator org) throws Exception {
        try (SalesforceSimulator foreign = SalesforceSimulator.start();
                CamelContext context = TestContexts.started(org)) {
            String path = form.formatted(URI.create(foreign.getLoginUrl()).getAuthority());

            Exchange raw = context.createProducerTemplate()
                    .request("salesforce-cc:raw?rawMethod=GET", exchange -> exchange.getIn()
                            .setHeaders(Map.of("rawPath", path, "CamelSalesforceRawPath", path)));
            Exchange queryMore = context.createProducerTemplate()
                    .request("salesforce-cc:queryMore?rawPayload=true", exchange -> exchange.getIn()
                            .setBody(path));

            assertThat(raw.getException()).hasMessageContaining("rawPath");
            assertThat(queryMore.getException()).hasMessageContaining("sObjectQuery");
            assertThat(foreign.requestLog()).isEmpty();
            // the login's own requests may still come
            assertThat(org.requestLog())
                    .extracting(RecordedRequest::path)
                    .allMatch(sent -> sent.startsWith("/services/oauth2/"));
        }
    }

    private static CamelContext withRoute(SalesforceSimulator org) throws Exception {
        CamelContext context = TestContexts.contextWith(TestContexts.component(org));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:query").to("salesforce-cc:query?rawPayload=true");
                from("salesforce-cc:subscribe:/data/AccountChangeEvent").to("mock:changes");
            }
        });
        return context;
    }

    private static List<String> attributes(CamelContext context) throws Exception {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        List<String> attributes = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                attributes.add(name + " " + attribute.getName() + "=" + value(server, name, attribute));
            }
        }
        return attributes;
    }

    private static Object value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) throws Exception {
        try {
            return attribute.isReadable() ? server.getAttribute(name, attribute.getName()) : null;
        } catch (RuntimeMBeanException e) {
            return stackTrace(e);
        }
    }

    private static void assertNoSecret(String text) {
        assertThat(Secrets.in(text))
                .as("in a text of %s characters", text.length())
                .isEmpty();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
