package org.camelforce.salesforcecc;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.support.TestTls;

/** Orgs behind https, and calls of what camel-salesforce has no operation for. */
final class TestHttps {

    static final String LIMITS = "/services/data/v67.0/limits";
    static final String ACCOUNTS = "/services/data/v67.0/sobjects/Account";
    static final Fault SESSION_INVALID = new Fault.Answer(
            401,
            "application/json",
            "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");

    private static final String OPTIONS = "?httpClientConfigurer=#salesforceCc&sslContextParameters=#tls";

    private TestHttps() {}

    /** Settings of an org behind https. */
    static final class Tls implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.tls(TestTls.server());
        }
    }

    static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setSslContextParameters(TestTls.client());
        return component;
    }

    static CamelContext started(SalesforceCcComponent component) {
        CamelContext context = TestContexts.contextWith(component);
        context.getRegistry().bind("tls", TestTls.client());
        context.start();
        return context;
    }

    static CamelContext started(SalesforceSimulator org) {
        return started(component(org));
    }

    /** The next login of one org is answered with a token of another. */
    static void loginEndsAt(SalesforceSimulator other, SalesforceSimulator org) {
        String token = other.sessions()
                .open(other.getClientId(), other.org().users().get(0), "api", Duration.ofHours(1))
                .orElseThrow()
                .token();
        org.faults()
                .inject(
                        FaultPoint.TOKEN_REQUEST,
                        new Fault.Answer(
                                200,
                                "application/json",
                                "{\"access_token\":\"" + token + "\",\"instance_url\":\"" + other.getLoginUrl()
                                        + "\",\"token_type\":\"Bearer\"}"),
                        1);
    }

    static Exchange get(CamelContext context, String url, String... options) {
        return context.createProducerTemplate().request(endpoint(url, options), exchange -> {});
    }

    static Exchange post(CamelContext context, String url, Object body) {
        return context.createProducerTemplate().request(endpoint(url, "responseTimeout=20000"), exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "application/json");
        });
    }

    static String endpoint(String url, String... options) {
        return url + OPTIONS + (options.length == 0 ? "" : "&" + String.join("&", options));
    }

    /** The status of the answer, whether it is a failure or not. */
    static int statusOf(Exchange answer) {
        if (answer.getException() instanceof HttpOperationFailedException failure) {
            return failure.getStatusCode();
        }
        if (answer.getException() != null) {
            throw new AssertionError("no answer", answer.getException());
        }
        return answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }
}
