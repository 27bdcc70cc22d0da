package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class DoctorBehindProxyTest {

    @Test
    void doctorWhenAProxyIsSetThenThePubSubApiIsAskedThroughIt(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy()) {
            SalesforceCcComponent component = TestHttps.component(org);
            component.setPubSubHost("localhost");
            component.setPubSubPort(1);
            component.setHttpProxyHost("127.0.0.1");
            component.setHttpProxyPort(proxy.port());
            try (CamelContext context = TestContexts.contextWith(component)) {
                DoctorReport report = component.doctor().examine();

                assertThat(report.result(CheckName.API_ACCESS).status()).isEqualTo(CheckStatus.PASSED);
                assertThat(report.result(CheckName.PUB_SUB).status()).isEqualTo(CheckStatus.FAILED);
                assertThat(proxy.targets()).contains("localhost:1");
            }
        }
    }
}
