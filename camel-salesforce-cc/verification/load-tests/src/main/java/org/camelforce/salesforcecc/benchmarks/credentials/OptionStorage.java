package org.camelforce.salesforcecc.benchmarks.credentials;

import java.util.List;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.jspecify.annotations.Nullable;

/** In the component's options, which are set while it runs. */
final class OptionStorage implements CredentialsStorage {

    private List<ConsumerDetails> kept = List.of();
    private @Nullable SalesforceCcComponent component;

    @Override
    public String name() {
        return "options";
    }

    @Override
    public String operation() {
        return "sets next.clientId and next.clientSecret; then clientId and clientSecret, and clears the next ones";
    }

    @Override
    public void configure(CamelContext context, SalesforceCcComponent started) {
        component = started;
        set(started);
    }

    @Override
    public void keep(List<ConsumerDetails> pairs) {
        kept = pairs;
        if (component != null) {
            set(component);
        }
    }

    private void set(SalesforceCcComponent target) {
        target.setClientId(kept.get(0).key());
        target.setClientSecret(kept.get(0).secret());
        target.getNext().setClientId(kept.size() > 1 ? kept.get(1).key() : null);
        target.getNext().setClientSecret(kept.size() > 1 ? kept.get(1).secret() : null);
    }
}
