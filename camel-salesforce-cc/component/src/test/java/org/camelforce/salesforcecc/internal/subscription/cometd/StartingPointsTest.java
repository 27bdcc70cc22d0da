package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.junit.jupiter.api.Test;

class StartingPointsTest {

    private final Endpoints endpoints = new Endpoints();

    @Test
    void ofWhenNothingIsSetThenNewEventsOnly() {
        assertThat(StartingPoints.of(endpoints.of("/event/Order__e"))).containsInstanceOf(StartingPoint.Latest.class);
    }

    @Test
    void ofWhenDefaultReplayIdIsSetThenThat() {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setDefaultReplayId(-2L);

        assertThat(StartingPoints.of(endpoints.of("/event/Order__e", config)))
                .containsInstanceOf(StartingPoint.Earliest.class);
    }

    @Test
    void ofWhenInitialReplayIdMapHasTheChannelThenThatWinsOverTheDefault() {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setDefaultReplayId(-2L);
        config.setInitialReplayIdMap(Map.of("/event/Order__e", -1L, "/event/Other__e", 7L));

        assertThat(StartingPoints.of(endpoints.of("/event/Order__e", config)))
                .containsInstanceOf(StartingPoint.Latest.class);
        assertThat(StartingPoints.of(endpoints.of("/event/Other__e", config))).contains(StartingPoints.of(7));
    }

    @Test
    void ofWhenTheEndpointHasAReplayIdThenThatWinsOverAll() {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setInitialReplayIdMap(Map.of("/event/Order__e", -1L));
        SalesforceEndpoint endpoint = endpoints.of("/event/Order__e", config);
        endpoint.setReplayId(17L);

        assertThat(StartingPoints.of(endpoint)).contains(StartingPoints.of(17));
    }
}
