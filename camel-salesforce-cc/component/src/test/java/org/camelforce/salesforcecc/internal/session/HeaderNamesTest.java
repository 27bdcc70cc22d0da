package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("compatibility")
class HeaderNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sObjectName",
                "sObjectId",
                "sObjectIds",
                "sObjectFields",
                "sObjectIdName",
                "sObjectIdValue",
                "sObjectBlobFieldName",
                "sObjectClass",
                "sObjectQuery",
                "streamQueryResult",
                "sObjectSearch",
                "apexMethod",
                "apexUrl",
                "compositeMethod",
                "limit",
                "allOrNone",
                "eventName",
                "eventSchemaId",
                "eventSchemaFormat",
                "contentType",
                "jobId",
                "batchId",
                "resultId",
                "queryLocator",
                "locator",
                "maxRecords",
                "pkChunking",
                "pkChunkingChunkSize",
                "pkChunkingParent",
                "pkChunkingStartRow",
                "reportId",
                "includeDetails",
                "reportMetadata",
                "instanceId",
                "rawPath",
                "rawMethod",
                "rawQueryParameters",
                "rawHttpHeaders",
                "approval"
            })
    void ofOwnWhenNameIsAnOptionsThenWhatUpstreamReadsOnThisCamel(String option) {
        String jar = HeaderNames.ofOption(option);

        assertThat(HeaderNames.ofOwn(HeaderNames.own(option))).isEqualTo(jar);
        assertThat(HeaderNames.ofBare(option.toUpperCase(Locale.ROOT))).isEqualTo(jar);
        assertThat(jar).isIn(option, HeaderNames.own(option));
    }

    @Test
    void familiesWhenReadThenQueryParametersOfApexAndApprovals() throws Exception {
        String apex = (String) SalesforceEndpointConfig.class
                .getField("APEX_QUERY_PARAM_PREFIX")
                .get(null);

        assertThat(HeaderNames.FAMILIES)
                .contains(
                        new HeaderNames.Family("CamelSalesforceApexQueryParam.", "apexQueryParam.", apex),
                        new HeaderNames.Family("CamelSalesforceApproval.", "approval.", "approval."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelSalesforceReplayId", "CamelSalesforceTopicName", "CamelHttpUri", "Content-Type"})
    void ofOwnWhenHeaderIsOfAnEventOrOfSomethingElseThenNull(String name) {
        assertThat(HeaderNames.ofOwn(name)).isNull();
    }
}
