package org.camelforce.salesforcecc.internal.operation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportMetadata;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.SalesforceCcEndpoint;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.StreamOptions;
import org.camelforce.salesforcecc.internal.operation.TestOperation;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportRequestsTest {

    private static final String ID = "00O000000000001AAA";
    private static final String INSTANCE = "0LG000000000001AAA";

    @ParameterizedTest
    @MethodSource("requests")
    void requestWhenTheBodyIsTheIdThenByItsMethodAndPath(String endpoint, Operation operation, String line)
            throws Exception {
        assertThat(TestOperation.at(endpoint, operation).body(ID).line())
                .isEqualTo(line.replace(" /", " /services/data/v56.0/analytics/reports"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("getRecentReports", new RecentReports(), "GET /"),
                Arguments.of("getReportDescription", new DescribeReport(), "GET //" + ID + "/describe"),
                Arguments.of("executeSyncReport", new RunReport(), "GET //" + ID),
                Arguments.of(
                        "executeSyncReport?includeDetails=true",
                        new RunReport(),
                        "GET //" + ID + "?includeDetails=true"),
                Arguments.of(
                        "executeAsyncReport?includeDetails=false",
                        new StartReport(),
                        "POST //" + ID + "/instances?includeDetails=false"),
                Arguments.of("getReportInstances", new ReportInstances(), "GET //" + ID + "/instances"),
                Arguments.of(
                        "getReportResults?instanceId=" + INSTANCE,
                        new ReportResults(),
                        "GET //" + ID + "/instances/" + INSTANCE));
    }

    @Test
    void requestWhenThereAreMetadataThenTheyArePosted() throws Exception {
        ReportMetadata metadata = new ReportMetadata();
        metadata.setId(ID);

        TestOperation body =
                TestOperation.at("executeSyncReport", new RunReport()).body(metadata);
        TestOperation header = TestOperation.at("executeSyncReport?reportId=" + ID, new RunReport())
                .header("CamelSalesforceReportMetadata", metadata);

        assertThat(body.line()).startsWith("POST ").endsWith(ID);
        assertThat(body.sent()).startsWith("{\"reportMetadata\":{").contains(ID);
        assertThat(header.sent()).isEqualTo(body.sent());
    }

    @Test
    void f7RequestWhenOptionReportMetadataIsSetThenTheyArePosted() throws Exception {
        ReportMetadata metadata = new ReportMetadata();
        metadata.setId(ID);
        CamelContext context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", new SalesforceCcComponent());
        context.getRegistry().bind("metadata", metadata);
        SalesforceCcEndpoint endpoint = context.getEndpoint(
                "salesforce-cc:executeSyncReport?reportId=" + ID + "&reportMetadata=#metadata",
                SalesforceCcEndpoint.class);

        ApiRequest request = new RunReport()
                .request(new OperationParameters(
                        new OperationSettings(endpoint, Map::of, false, StreamOptions.DEFAULTS),
                        new DefaultExchange(context)));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isNotNull();
    }

    @Test
    void requestWhenTheIdIsNoneThenDeniedByName() {
        assertThatThrownBy(TestOperation.at("getReportDescription", new DescribeReport())
                        .body("../x")::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("reportId");
    }

    /** Upstream reads the errors as if they were the report. */
    @Test
    void failureWhenTheReportIsMissingThenStatusAndErrors() throws Exception {
        assertThat(TestOperation.at("getReportDescription", new DescribeReport())
                        .body(ID)
                        .failure(404, "[{\"errorCode\":\"NOT_FOUND\"}]"))
                .isInstanceOfSatisfying(NoSuchSObjectException.class, failure -> {
                    assertThat(failure.getStatusCode()).isEqualTo(404);
                    assertThat(failure.getErrors()).hasSize(1);
                });
    }
}
