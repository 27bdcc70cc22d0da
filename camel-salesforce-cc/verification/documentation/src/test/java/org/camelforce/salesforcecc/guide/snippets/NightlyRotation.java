package org.camelforce.salesforcecc.guide.snippets;

import java.nio.file.Path;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.rotation.CredentialsFileWriter;
import org.camelforce.salesforcecc.rotation.RotationResult;
import org.camelforce.salesforcecc.rotation.SalesforceCredentialRotation;
import org.eclipse.jetty.client.HttpClient;

public final class NightlyRotation {

    private NightlyRotation() {}

    // tag::rotate[]
    public static RotationResult rotate(String myDomain, ClientCredentials current, Path file) throws Exception {
        TrustedHosts hosts = TrustedHosts.salesforceOnly();
        LoginUrl loginUrl = LoginUrl.parse(myDomain, hosts);
        HttpClient client = new HttpClient();
        client.start();
        try {
            return SalesforceCredentialRotation.ofOwnApp(
                            client, loginUrl, current, new CredentialsFileWriter(file, loginUrl), hosts)
                    .rotate();
        } finally {
            client.stop();
        }
    }
    // end::rotate[]
}
