package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pair is rotated by the product and read by the product, while routes run. */
@WithSalesforceSimulator
class RotationWhileRunningIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void rotateWhenTheComponentReadsWhatTheRotationWritesThenItGoesOnWithoutRestart(
            String location, RotationBehavior behavior, SalesforceSimulator org) throws Exception {
        Path path = location.isEmpty() ? Files.createDirectory(folder.resolve("mounted")) : folder.resolve(location);
        String loginUrl = org.getLoginUrl();
        CredentialsWriter writer = location.isEmpty()
                ? new CredentialsFolderWriter(path, loginUrl)
                : new CredentialsFileWriter(path, loginUrl);
        ClientCredentials former = new ClientCredentials(org.getClientId(), org.getClientSecret());
        writer.write(former);
        org.app().rotation().setBehavior(behavior);
        org.app().rotation().setRevokingTokens(true);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setCredentialsLocation(path.toString());
        HttpClient client = new HttpClient();
        client.start();
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component);
            context.start();

            SalesforceCredentialRotation rotation =
                    SalesforceCredentialRotation.ofOwnApp(client, loginUrl, List.of(), former, writer);
            rotation.setRetryDelay(Duration.ofSeconds(1));
            rotation.rotate();

            assertThat(context.createProducerTemplate()
                            .requestBody(
                                    "salesforce-cc:query?rawPayload=true", "SELECT Username FROM User", String.class))
                    .contains("integration@");
        } finally {
            client.stop();
        }
    }

    static Stream<Arguments> rotateWhenTheComponentReadsWhatTheRotationWritesThenItGoesOnWithoutRestart() {
        return Stream.of("salesforce.json", "salesforce.properties", "salesforce", "")
                .flatMap(location -> List.of(
                                RotationBehavior.hardCut(),
                                RotationBehavior.grace(Duration.ofDays(1)),
                                RotationBehavior.alternating(Duration.ofMinutes(10)))
                        .stream()
                        .map(behavior -> Arguments.of(location, behavior)));
    }
}
