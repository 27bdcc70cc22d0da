package org.camelforce.salesforcecc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.support.PluginHelper;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.internal.session.LoginSettings;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.jspecify.annotations.Nullable;

/**
 * What components of one context that log in alike have in common: one token, and so one way to get and keep it.
 *
 * @param identity what makes two logins the same
 * @param method how key and secret travel
 * @param policy the token policy's values by name
 */
record SharedLogin(Object identity, ClientAuthenticationMethod method, Map<String, Object> policy) {

    static SharedLogin of(SalesforceCcOptions component, LoginSettings settings, IdentityGuard watch) {
        Map<String, Object> policy = new TreeMap<>();
        PluginHelper.getBeanIntrospection(component.getCamelContext())
                .getProperties(component.getTokenPolicy(), policy, null, false);
        return new SharedLogin(List.of(settings.identity(), watch), component.getClientAuthenticationMethod(), policy);
    }

    /**
     * @param own the component whose login this is
     * @param shared yields what another component shares while it is started, or null
     * @throws IllegalArgumentException if another started component has the same login and other values; the message
     *     names option and component
     */
    void requireSameAsOthers(Component own, Function<Component, @Nullable SharedLogin> shared) {
        CamelContext context = own.getCamelContext();
        for (String name : context.getComponentNames()) {
            Component other = context.hasComponent(name);
            SharedLogin first = other == null || other == own ? null : shared.apply(other);
            if (first != null && first.identity.equals(identity)) {
                requireSame(first, name);
            }
        }
    }

    private void requireSame(SharedLogin first, String name) {
        if (first.method != method) {
            throw different("clientAuthenticationMethod", name);
        }
        TreeMap<String, Object> all = new TreeMap<>(policy);
        all.putAll(first.policy);
        for (String property : all.keySet()) {
            if (!Objects.equals(policy.get(property), first.policy.get(property))) {
                throw different("tokenPolicy." + property, name);
            }
        }
    }

    private static IllegalArgumentException different(String option, String first) {
        return new IllegalArgumentException("Option " + option + " differs from that of component " + first
                + ", which has the same login and started before. Components with the same login share one token; set the"
                + " option alike for both.");
    }
}
