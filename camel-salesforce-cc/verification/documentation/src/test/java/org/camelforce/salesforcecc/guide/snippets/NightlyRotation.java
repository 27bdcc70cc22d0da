package org.camelforce.salesforcecc.guide.snippets;

import java.nio.file.Path;
import java.util.List;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.rotation.CredentialsFileWriter;
import org.camelforce.salesforcecc.rotation.RotationResult;
import org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation;
import org.eclipse.jetty.client.HttpClient;

public final class NightlyRotation {

    private NightlyRotation() {}

    // tag::rotate[]
    public static RotationResult rotate(String myDomain, ClientCredentials current, Path file) throws Exception {
        HttpClient client = new HttpClient();
        client.start();
        try {
            return SalesforceCredentialRotation.ofOwnApp(
                            client, myDomain, List.of(), current, new CredentialsFileWriter(file, myDomain))
                    .rotate();
        } finally {
            client.stop();
        }
    }
    // end::rotate[]
}
