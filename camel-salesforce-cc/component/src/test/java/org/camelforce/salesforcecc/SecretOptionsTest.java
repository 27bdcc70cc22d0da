package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.secrets.SecretOptions;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel Main shows of an option that is a secret and stands in the properties as it is. */
@WithSalesforceSimulator
class SecretOptionsTest {

    private static final String PREFIX = "camel.component.salesforce-cc.";
    private static final String LITERAL = "HUSHLITERAL0123456789";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.camelforce.salesforcecc.secrets.SecretOptions#all")
    void mainWhenASecretOptionIsALiteralThenNeitherLogNorConsoleShowIt(String option, SalesforceSimulator org)
            throws Exception {
        Main main = main(org, option);
        try (LogLines lines = LogLines.from(Level.INFO)) {
            Throwable refusal = catchThrowable(main::start);

            assertThat(lines.with(LITERAL)).isEmpty();
            assertThat(refusal != null
                            || !lines.with(PREFIX + "client-id = xxxxxx").isEmpty())
                    .isTrue();
            assertThat(console(main)).contains(PREFIX + option).doesNotContain(LITERAL);
        } finally {
            main.stop();
        }
    }

    @Test
    void optionsWhenSecretThenAllAreTried() {
        assertThat(SecretOptions.all())
                .contains("client-secret", "next.client-secret", "next.client-id", "password", "refresh-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next-client-id", "nextClientSecret"})
    void mainWhenTheNextPairHasItsFormerNameThenRefusedWithTheNewOneAndWithoutTheValue(
            String option, SalesforceSimulator org) throws IOException {
        Main main = main(org, option);
        try {
            Throwable failure = catchThrowable(main::start);

            assertThat(failure)
                    .hasStackTraceContaining(option.equals("next-client-id") ? "next.clientId" : "next.clientSecret");
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(LITERAL);
            }
        } finally {
            main.stop();
        }
    }

    private Main main(SalesforceSimulator org, String option) throws IOException {
        List<String> properties = new ArrayList<>(List.of(
                PREFIX + "login-url=" + org.getLoginUrl(),
                PREFIX + "lazy-login=true",
                PREFIX + option + "=" + LITERAL,
                "camel.main.dev-console-enabled=true"));
        if (!option.equals("client-secret")) {
            properties.add(PREFIX + "client-secret=" + org.getClientSecret());
        }
        if (!option.equals("client-id")) {
            properties.add(PREFIX + "client-id=" + org.getClientId());
        }
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation(
                "file:" + Files.write(folder.resolve("application.properties"), properties));
        return main;
    }

    private static String console(Main main) {
        DevConsole properties = main.getCamelContext()
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("properties");
        return properties.call(DevConsole.MediaType.TEXT).toString();
    }
}
