package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = DoctorBehindProxyIT.Tls.class)
class DoctorBehindProxyIT {

    @Test
    void doctorWhenAProxyIsSetThenThePubSubApiIsAskedThroughIt(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy()) {
            SalesforceCcComponent component = behind(proxy, org);
            component.setPubSubHost("localhost");
            component.setPubSubPort(1);
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.result(CheckName.API_ACCESS).status()).isEqualTo(CheckStatus.PASSED);
                assertThat(report.result(CheckName.PUB_SUB).status()).isEqualTo(CheckStatus.FAILED);
                assertThat(proxy.targets()).contains("localhost:1");
            }
        }
    }

    @Test
    void doctorWhenTheProxyAsksForALoginThenThePubSubApiIsReachedThroughIt(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = withLogin(behind(proxy, org));
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.failures()).as(report.toString()).isZero();
                assertThat(report.result(CheckName.PUB_SUB).status()).isEqualTo(CheckStatus.PASSED);
                assertThat(proxy.targets()).contains(host(org), pubSub(org));
            }
        }
    }

    @Test
    void doctorWhenTheLoginAtTheProxyIsWrongThenNothingIsReached(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "changed")) {
            SalesforceCcComponent component = withLogin(behind(proxy, org));
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.failures()).isPositive();
                assertThat(report.toString()).doesNotContain("hush");
                assertThat(proxy.targets()).isEmpty();
            }
        }
    }

    @Test
    void doctorWhenThePubSubApiIsExcludedThenNotThroughTheProxy(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = withLogin(behind(proxy, org));
            component.setHttpProxyExcludedAddresses(Set.of(pubSub(org)));
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.result(CheckName.PUB_SUB).status()).isEqualTo(CheckStatus.PASSED);
                assertThat(proxy.targets()).contains(host(org)).doesNotContain(pubSub(org));
            }
        }
    }

    @Test
    void doctorWhenThePubSubApiAloneIsIncludedThenOnlyItIsReachedThroughTheProxy(SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = withLogin(behind(proxy, org));
            component.setHttpProxyIncludedAddresses(Set.of(pubSub(org)));
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.failures()).as(report.toString()).isZero();
                assertThat(report.result(CheckName.NETWORK).seen()).contains(host(org) + " is reached");
                assertThat(proxy.targets()).containsOnly(pubSub(org));
            }
        }
    }

    @Test
    @SuppressWarnings("deprecation") // Camel deprecates the verifier without offering another
    void verifierWhenTheProxyAsksForALoginThenThePubSubApiIsReachedThroughIt(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = withLogin(behind(proxy, org));
            try (CamelContext context = TestContexts.contextWith(component)) {
                ComponentVerifierExtension verifier =
                        component.getExtension(ComponentVerifierExtension.class).orElseThrow();

                assertThat(verifier.verify(
                                        ComponentVerifierExtension.Scope.CONNECTIVITY,
                                        Map.of("httpProxyExcludedAddresses", Set.of("nowhere", host(org))))
                                .getErrors())
                        .isEmpty();
                assertThat(proxy.targets()).contains(pubSub(org)).doesNotContain(host(org));
            }
        }
    }

    private static SalesforceCcComponent behind(ConnectProxy proxy, SalesforceSimulator org) {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setHttpProxyHost("127.0.0.1");
        component.setHttpProxyPort(proxy.port());
        component.setHttpProxySecure(false);
        return component;
    }

    private static SalesforceCcComponent withLogin(SalesforceCcComponent component) {
        component.setHttpProxyUsername("me");
        component.setHttpProxyPassword("hush");
        component.setHttpProxyRealm("proxy");
        component.setHttpProxyAuthUri("http://127.0.0.1:" + component.getHttpProxyPort());
        return component;
    }

    private static String host(SalesforceSimulator org) {
        return URI.create(org.getLoginUrl()).getAuthority();
    }

    private static String pubSub(SalesforceSimulator org) {
        return org.getPubSubHost() + ":" + org.getPubSubPort();
    }

    static final class Tls implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.tls(TestTls.server()).pubSubTls(TestTls.server());
        }
    }
}
