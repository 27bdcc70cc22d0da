package org.camelforce.salesforcecc.benchmarks.credentials;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.jspecify.annotations.Nullable;

/** In properties that the options' placeholders name; without a rotation, the next pair equals the current one. */
final class PlaceholderStorage implements CredentialsStorage, PropertiesSource {

    private final Map<String, String> properties = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "placeholders";
    }

    @Override
    public String operation() {
        return "changes the properties behind {{next.key}} and {{next.secret}}; then those of the current pair";
    }

    @Override
    public void configure(CamelContext context, SalesforceCcComponent component) {
        context.getPropertiesComponent().addPropertiesSource(this);
        component.setClientId("{{current.key}}");
        component.setClientSecret("{{current.secret}}");
        component.getNext().setClientId("{{next.key}}");
        component.getNext().setClientSecret("{{next.secret}}");
    }

    @Override
    public void keep(List<ConsumerDetails> pairs) {
        ConsumerDetails next = pairs.get(pairs.size() - 1);
        properties.put("current.key", pairs.get(0).key());
        properties.put("current.secret", pairs.get(0).secret());
        properties.put("next.key", next.key());
        properties.put("next.secret", next.secret());
    }

    @Override
    public String getName() {
        return "rotation-drill";
    }

    @Override
    public @Nullable String getProperty(String property) {
        return properties.get(property);
    }
}
