package org.camelforce.salesforcecc.karaf.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.spi.ComponentResolver;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which configuration is in force for which component. Of several for one name the first is; the others wait until it
 * goes. Safe for use by several threads.
 */
final class Configurations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);

    private final BundleContext bundle;
    private final ConfiguredNames names;
    private final PublishedContexts contexts;
    private final OptionCheck trial;
    private final Map<String, InForce> inForce = new LinkedHashMap<>();
    private final Map<String, Settings> waiting = new LinkedHashMap<>();

    private record InForce(ConfiguredComponent component, ServiceRegistration<ComponentResolver> registration) {

        Settings settings() {
            return component.settings();
        }
    }

    Configurations(BundleContext bundle, ConfiguredNames names) {
        this.bundle = bundle;
        this.names = names;
        this.contexts = new PublishedContexts(bundle);
        this.trial = new OptionCheck(bundle);
    }

    /** @throws ConfigurationException if it cannot come into force now; the one before it with its PID stays so */
    synchronized void put(Settings settings) throws ConfigurationException {
        trial.make(settings);
        Settings other = holder(settings);
        if (other != null) {
            waiting.put(settings.pid(), settings);
            throw new ConfigurationException(
                    "component",
                    other.file() + " already configures component " + settings.component() + ", so " + settings.file()
                            + " comes into force when that one is gone");
        }
        bring(settings);
        promote();
    }

    /** @param pid of a configuration that is gone, or that never was */
    synchronized void remove(String pid) {
        waiting.remove(pid);
        InForce gone = inForce.remove(pid);
        if (gone != null) {
            withdraw(gone);
            LOG.info(
                    "{} is gone: component {} is no longer configured; running Camel contexts keep what they have",
                    gone.settings().file(),
                    gone.settings().component());
            promote();
        }
    }

    /** Components that are there keep what they have. */
    @Override
    public synchronized void close() {
        waiting.clear();
        inForce.values().forEach(this::withdraw);
        inForce.clear();
    }

    private @Nullable Settings holder(Settings settings) {
        return inForce.values().stream()
                .map(InForce::settings)
                .filter(held -> held.component().equals(settings.component()))
                .filter(held -> !held.pid().equals(settings.pid()))
                .findFirst()
                .orElse(null);
    }

    private void bring(Settings settings) {
        waiting.remove(settings.pid());
        InForce former = inForce.get(settings.pid());
        if (former != null && former.settings().component().equals(settings.component())) {
            former.component().change(settings);
            return;
        }
        if (former != null) {
            inForce.remove(settings.pid());
            withdraw(former);
        }
        ConfiguredComponent component = new ConfiguredComponent(settings, contexts::publish);
        names.add(settings.component());
        inForce.put(
                settings.pid(),
                new InForce(
                        component,
                        Objects.requireNonNull(bundle.registerService(
                                ComponentResolver.class, component, component.serviceProperties()))));
        LOG.info("{} configures component {}", settings.file(), settings.component());
    }

    /** A name may have become free, and with it another one. */
    private void promote() {
        List.copyOf(waiting.values()).stream()
                .filter(settings -> holder(settings) == null)
                .findFirst()
                .ifPresent(settings -> {
                    bring(settings);
                    promote();
                });
    }

    private void withdraw(InForce gone) {
        gone.registration().unregister();
        names.remove(gone.settings().component());
    }
}
