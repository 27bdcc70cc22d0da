package org.camelforce.salesforcecc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.jspecify.annotations.Nullable;

/** Refuses options that would do nothing beside the others that are set, by name. */
final class IdleOptions {

    private IdleOptions() {}

    /** @param bean the {@code loginConfig} that the user has set, or null */
    static void refuse(SalesforceCcOptions component, @Nullable SalesforceLoginConfig bean) {
        if (component.getAuthenticationStrategy() != null) {
            besideStrategy(component, bean);
        }
        if (component.getReplayStore() != null && !component.isDefaultReplayStoreLocation()) {
            throw refused("replayStoreLocation", "option replayStore", "keeps the positions");
        }
    }

    private static void besideStrategy(SalesforceCcOptions component, @Nullable SalesforceLoginConfig bean) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("loginUrl", component.getLoginUrl());
        options.put("clientId", component.getClientId());
        options.put("clientSecret", component.getClientSecret());
        options.put("next.clientId", component.getNext().getClientId());
        options.put("next.clientSecret", component.getNext().getClientSecret());
        options.put("credentialsLocation", component.getCredentialsLocation());
        options.put("credentialsSource", component.getCredentialsSource());
        options.put(
                "clientAuthenticationMethod",
                component.getClientAuthenticationMethod() == ClientAuthenticationMethod.CLIENT_SECRET_POST
                        ? null
                        : component.getClientAuthenticationMethod());
        if (bean != null) {
            options.put("loginConfig.loginUrl", bean.getLoginUrl());
            options.put("loginConfig.clientId", bean.getClientId());
            options.put("loginConfig.clientSecret", bean.getClientSecret());
        }
        options.forEach((name, value) -> {
            if (value != null) {
                throw refused(name, "option authenticationStrategy", "logs in");
            }
        });
    }

    private static IllegalArgumentException refused(String idle, String other, String what) {
        return new IllegalArgumentException(
                "Option " + idle + " does nothing, because " + other + " is set and " + what + "; remove one of them.");
    }
}
