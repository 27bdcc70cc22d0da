package org.camelforce.salesforcecc.karaf.config;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of the components that a configuration is in force for. Safe for use by several threads. */
final class ConfiguredNames {

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    void add(String name) {
        names.add(name);
    }

    void remove(String name) {
        names.remove(name);
    }

    boolean contains(String name) {
        return names.contains(name);
    }
}
