package org.camelforce.salesforcecc.springboot;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Keeps the actuator from showing the secrets of components, also if {@code management.endpoint.env.show-values} or
 * {@code management.endpoint.configprops.show-values} lets it show values.
 */
@AutoConfiguration
@ConditionalOnClass({CamelContext.class, SanitizingFunction.class})
public class SalesforceCcSanitizingAutoConfiguration {

    /** Without dashes and dots, as environment variables have none. */
    private static final String COMPONENT = "camelcomponentsalesforcecc";

    private static final Pattern SECRET = Pattern.compile("(clientid|clientsecret|password|refreshtoken)$");

    /** Creates the configuration. */
    public SalesforceCcSanitizingAutoConfiguration() {}

    /**
     * @param environment has the components' properties
     * @return hides the values of those of the components' properties that are secret, and those of other properties
     *     and variables that they come from
     */
    @Bean
    static SanitizingFunction salesforceCcSecrets(Environment environment) {
        SecretValues secrets = new SecretValues(environment);
        return data -> isSecret(data.getKey()) || secrets.isIn(data.getValue()) ? data.withSanitizedValue() : data;
    }

    private static boolean isSecret(String property) {
        String plain = property.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
        return plain.startsWith(COMPONENT) && SECRET.matcher(plain).find();
    }
}
