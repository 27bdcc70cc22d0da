package org.camelforce.salesforcecc.guide.snippets;

import java.util.List;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;

public final class VaultCredentials implements CredentialsSource {

    private final UnaryOperator<String> vault;

    public VaultCredentials(UnaryOperator<String> vault) {
        this.vault = vault;
    }

    @Override
    public List<ClientCredentials> candidates() {
        return List.of(new ClientCredentials(vault.apply("salesforce/key"), vault.apply("salesforce/secret")));
    }
}
