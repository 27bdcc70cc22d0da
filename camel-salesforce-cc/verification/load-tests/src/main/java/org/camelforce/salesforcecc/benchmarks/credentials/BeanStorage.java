package org.camelforce.salesforcecc.benchmarks.credentials;

import java.util.List;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/** In a vault of the user's, which a bean asks. */
final class BeanStorage implements CredentialsStorage, CredentialsSource {

    private volatile List<ConsumerDetails> kept = List.of();

    @Override
    public String name() {
        return "bean";
    }

    @Override
    public String operation() {
        return "adds the next pair to what the bean yields; then removes the former one";
    }

    @Override
    public void configure(CamelContext context, SalesforceCcComponent component) {
        component.setCredentialsSource(this);
    }

    @Override
    public void keep(List<ConsumerDetails> pairs) {
        kept = List.copyOf(pairs);
    }

    @Override
    public List<ClientCredentials> candidates() {
        return kept.stream()
                .map(pair -> new ClientCredentials(pair.key(), pair.secret()))
                .toList();
    }
}
