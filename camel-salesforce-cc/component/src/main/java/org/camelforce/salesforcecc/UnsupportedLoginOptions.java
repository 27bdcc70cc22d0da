package org.camelforce.salesforcecc;

import java.util.List;
import java.util.function.Function;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.jspecify.annotations.Nullable;

/** Refuses the inherited options that belong to other login flows, by name. */
final class UnsupportedLoginOptions {

    private record Option(
            String name,
            Function<SalesforceComponent, @Nullable Object> own,
            String nameInBean,
            Function<SalesforceLoginConfig, @Nullable Object> ofBean) {}

    private static final List<Option> ALL = List.of(
            alike("userName", SalesforceComponent::getUserName, SalesforceLoginConfig::getUserName),
            alike("password", SalesforceComponent::getPassword, SalesforceLoginConfig::getPassword),
            alike("refreshToken", SalesforceComponent::getRefreshToken, SalesforceLoginConfig::getRefreshToken),
            alike("keystore", SalesforceComponent::getKeystore, SalesforceLoginConfig::getKeystore),
            alike("jwtAudience", SalesforceComponent::getJwtAudience, SalesforceLoginConfig::getJwtAudience),
            new Option(
                    "authenticationType",
                    component -> otherThanOurs(component.getAuthenticationType()),
                    "type",
                    config -> otherThanOurs(typeOf(config))));

    private UnsupportedLoginOptions() {}

    /** @param bean the {@code loginConfig} that the user has set, or null */
    static void refuse(SalesforceComponent component, @Nullable SalesforceLoginConfig bean) {
        for (Option option : ALL) {
            if (option.own().apply(component) != null) {
                throw refused(option.name());
            }
            if (bean != null && option.ofBean().apply(bean) != null) {
                throw refused("loginConfig." + option.nameInBean());
            }
        }
    }

    private static Option alike(
            String name,
            Function<SalesforceComponent, @Nullable Object> own,
            Function<SalesforceLoginConfig, @Nullable Object> ofBean) {
        return new Option(name, own, name, ofBean);
    }

    private static IllegalArgumentException refused(String name) {
        return new IllegalArgumentException("Option " + name
                + " belongs to another login flow. salesforce-cc logs in with loginUrl, clientId and clientSecret"
                + " alone; remove the option.");
    }

    /** Without a type, it is inferred, and an exception if nothing is set to infer it from. */
    private static @Nullable AuthenticationType typeOf(SalesforceLoginConfig config) {
        try {
            return config.getType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable AuthenticationType otherThanOurs(@Nullable AuthenticationType type) {
        return type == AuthenticationType.CLIENT_CREDENTIALS ? null : type;
    }
}
