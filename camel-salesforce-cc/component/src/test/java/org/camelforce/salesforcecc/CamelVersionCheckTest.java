package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSalesforceSimulator
class CamelVersionCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"4.13.0", "4.10.2", "4.2.0", "3.22.4", "2.25.4", "4.13-SNAPSHOT", "4.8.0.redhat-00001"})
    void componentWhenCamelIsTooOldThenRefusedInOneSentenceThatSaysWhatToUse(String version) throws Exception {
        try (CamelContext context = context(version)) {
            assertThatThrownBy(() -> context.getComponent("salesforce-cc"))
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "Camel " + version + " is too old for component salesforce-cc. Use Camel 4.14 to 4.23");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.14.1", "4.18.0", "4.18.5", "4.22.1", "4.23.0", "4.23.9.redhat-00001", "unknown", "4"})
    @NullAndEmptySource
    void componentWhenCamelIsTestedOrUnknownThenNothingIsSaid(String version, SalesforceSimulator org)
            throws Exception {
        try (LogLines log = LogLines.from(Level.WARN);
                CamelContext context = context(version)) {
            context.addComponent("salesforce-cc", TestContexts.component(org));
            assertThatCode(context::start).doesNotThrowAnyException();

            assertThat(log.with("tested with")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.24.0", "4.24.0-SNAPSHOT", "5.0.0", "10.1.2"})
    void componentWhenCamelIsNewerThenStartsWithOneWarning(String version, SalesforceSimulator org) throws Exception {
        try (LogLines log = LogLines.from(Level.WARN);
                CamelContext context = context(version)) {
            context.addComponent("salesforce-cc", TestContexts.component(org));
            context.start();

            assertThat(log.with("tested with"))
                    .singleElement()
                    .asString()
                    .contains("Camel " + version + " is newer", "4.14 to 4.23");
        }
    }

    @Test
    void componentsWhenCamelIsNewerThenTheContextHasOneWarning(SalesforceSimulator org) throws Exception {
        try (LogLines log = LogLines.from(Level.WARN);
                CamelContext context = context("4.24.0")) {
            context.addComponent("salesforce-cc", TestContexts.component(org));
            context.addComponent("asia", TestContexts.component(org));
            context.start();

            assertThat(log.with("tested with")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4.22.0, 4.18.0, 'camel-salesforce 4.18.0 is older than Camel 4.22.0'",
        "4.23.0, 4.24.1, 'camel-salesforce 4.24.1 is newer than the versions'",
        "4.24.0, 4.18.0, 'Camel 4.24.0 is newer than the versions'"
    })
    void warnIfUntestedWhenArtifactsHaveOtherVersionsThenSaysSoOnce(String camel, String salesforce, String begin) {
        try (LogLines log = LogLines.from(Level.WARN)) {
            CamelVersionCheck.warnIfUntested(camel, salesforce);

            assertThat(log.with("camel-salesforce")).singleElement().asString().contains(begin);
        }
    }

    /** A build with a starter for Spring Boot imports no BOM of Camel unless it is told to. */
    @Test
    void warnIfUntestedWhenCamelSalesforceIsOlderThenSaysWhatToAddToABuildWithoutTheBom() {
        try (LogLines log = LogLines.from(Level.WARN)) {
            CamelVersionCheck.warnIfUntested("4.22.0", "4.18.0");

            assertThat(log.with("camel-salesforce"))
                    .singleElement()
                    .asString()
                    .contains("set it in the import of camel-bom, or add that import to the build");
        }
    }

    @ParameterizedTest
    @CsvSource({"4.18.0, 4.18.5", "4.22.0, 4.23.0", "4.22.0, ", "4.22.0, unknown", ", 4.18.0", "custom, 4.18.0"})
    void warnIfUntestedWhenArtifactsGoTogetherOrAreUnknownThenNothingIsSaid(String camel, String salesforce) {
        try (LogLines log = LogLines.from(Level.WARN)) {
            CamelVersionCheck.warnIfUntested(camel, salesforce);

            assertThat(log.with("camel-salesforce")).isEmpty();
        }
    }

    /** The Camel that these tests run with. */
    @Tag("compatibility")
    @Test
    void componentWhenCamelIsTheOneAtHandThenNothingIsSaid(SalesforceSimulator org) throws Exception {
        try (LogLines log = LogLines.from(Level.WARN);
                CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.start();

            assertThat(context.getVersion()).isNotEmpty();
            assertThat(log.with("tested with")).isEmpty();
        }
    }

    private static CamelContext context(String version) {
        return new DefaultCamelContext() {
            @Override
            public String getVersion() {
                return version;
            }
        };
    }
}
