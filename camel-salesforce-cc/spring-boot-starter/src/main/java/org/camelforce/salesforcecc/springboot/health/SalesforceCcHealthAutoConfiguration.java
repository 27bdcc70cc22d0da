package org.camelforce.salesforcecc.springboot.health;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.springboot.SalesforceCcAutoConfiguration;
import org.camelforce.salesforcecc.springboot.internal.ComponentsHealth;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Contributes {@code salesforceCc} to the actuator's health, with one entry for each component. Off with
 * {@code management.health.salesforce-cc.enabled=false}.
 */
@AutoConfiguration(after = SalesforceCcAutoConfiguration.class, before = HealthEndpointAutoConfiguration.class)
@ConditionalOnClass({CamelContext.class, HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(SalesforceCcAutoConfiguration.class)
@ConditionalOnEnabledHealthIndicator("salesforce-cc")
public class SalesforceCcHealthAutoConfiguration {

    /** Creates the configuration. */
    public SalesforceCcHealthAutoConfiguration() {}

    /**
     * @param context has the components and their health checks
     * @return the health of each component, by its name
     */
    @Bean
    public CompositeHealthContributor salesforceCcHealthContributor(CamelContext context) {
        return new ComponentsContributor(new ComponentsHealth(context));
    }
}
