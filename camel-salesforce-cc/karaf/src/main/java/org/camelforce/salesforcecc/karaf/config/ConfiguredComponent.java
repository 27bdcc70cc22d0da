package org.camelforce.salesforcecc.karaf.config;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentResolver;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in force for a component's name: makes one component for each Camel context that asks for it. A changed pair
 * reaches those that are there; other changes reach those that are made from then on.
 */
final class ConfiguredComponent implements ComponentResolver {

    /** Service property under which camel-core-osgi looks for a component's name. */
    static final String NAME = "component";

    private static final String CONFIGURED = "org.camelforce.salesforcecc.configured";
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredComponent.class);

    private record State(Settings settings, @Nullable ConfiguredCredentials credentials) {

        static State first(Settings settings) {
            return new State(
                    settings,
                    settings.credentials().isEmpty()
                            ? null
                            : new ConfiguredCredentials(settings.loginUrl(), settings.credentials()));
        }
    }

    private final Consumer<CamelContext> users;
    private volatile State state;

    /** @param users is told of each context that gets the component */
    ConfiguredComponent(Settings settings, Consumer<CamelContext> users) {
        this.users = users;
        this.state = State.first(settings);
    }

    Settings settings() {
        return state.settings();
    }

    /** The properties of the service: no option is among them. */
    Dictionary<String, Object> serviceProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NAME, settings().component());
        properties.put(CONFIGURED, true);
        return properties;
    }

    /** @param now of the same component */
    void change(Settings now) {
        State former = state;
        Settings before = former.settings();
        ConfiguredCredentials credentials = former.credentials();
        if (credentials != null && before.isForSameLogin(now)) {
            state = new State(now, credentials);
            credentials.replace(now.credentials());
            log("{} in {}: {} changed, which the next login uses", now, before.pairChangedIn(now));
            log(
                    "{} in {}: {} changed, which Camel contexts created from now on get",
                    now,
                    before.optionsChangedIn(now));
        } else {
            // a secret must not go to a login URL that its file did not name with it
            state = State.first(now);
            Set<String> changed = before.optionsChangedIn(now);
            changed.addAll(before.pairChangedIn(now));
            log(
                    "{} in {}: {} changed, which Camel contexts created from now on get, together with the pair",
                    now,
                    changed);
        }
    }

    @Override
    public @Nullable Component resolveComponent(String name, CamelContext context) {
        State now = state;
        Settings settings = now.settings();
        if (!name.equals(settings.component())) {
            return null;
        }
        SalesforceCcComponent component = new SalesforceCcComponent();
        OptionBinding.bind(settings.options(), settings.file(), component, context);
        if (now.credentials() != null) {
            component.setCredentialsSource(now.credentials());
        }
        users.accept(context);
        return component;
    }

    private static void log(String line, Settings settings, Set<String> changed) {
        if (!changed.isEmpty()) {
            LOG.info(line, settings.component(), settings.file(), String.join(", ", changed));
        }
    }
}
