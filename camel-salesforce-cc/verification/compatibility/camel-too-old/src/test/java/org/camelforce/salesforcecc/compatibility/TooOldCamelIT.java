package org.camelforce.salesforcecc.compatibility;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.junit.jupiter.api.Test;

/** Whichever way the component comes into an old Camel, the sentence comes before a class or method is missing. */
class TooOldCamelIT {

    @Test
    void mainWhenPropertiesConfigureTheComponentThenSaysWhatToUse() {
        Main main = new Main();
        main.addInitialProperty("camel.component.salesforce-cc.login-url", "http://localhost:1");
        main.addInitialProperty("camel.component.salesforce-cc.client-id", "key");
        main.addInitialProperty("camel.component.salesforce-cc.client-secret", "secret");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:t").to("salesforce-cc:query");
            }
        });

        assertTooOld(main::start);
    }

    @Test
    void addComponentWhenSetUpInJavaThenSaysWhatToUse() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceCcComponent component = new SalesforceCcComponent();
            component.setLoginUrl("http://localhost:1");
            component.setClientId("key");
            component.setClientSecret("secret");

            assertTooOld(() -> context.addComponent("salesforce-cc", component));
        }
    }

    @Test
    void constructorWhenItGetsTheContextThenSaysWhatToUse() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertTooOld(() -> new SalesforceCcComponent(context));
        }
    }

    @Test
    void endpointWhenNothingIsConfiguredThenSaysWhatToUse() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertTooOld(() -> context.getEndpoint("salesforce-cc:query"));
        }
    }

    private static void assertTooOld(ThrowingCallable start) {
        assertThatThrownBy(start)
                .hasStackTraceContaining("Camel 4.10.2 is too old for component salesforce-cc. Use Camel 4.14 to ")
                .satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        if (cause instanceof LinkageError) {
                            throw new AssertionError(cause);
                        }
                    }
                });
    }
}
