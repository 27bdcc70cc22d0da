package org.camelforce.salesforcecc.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Contributes {@code salesforceCc} to the actuator's health, with one entry for each component. Off with
 * {@code management.health.salesforce-cc.enabled=false}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class, before = HealthEndpointAutoConfiguration.class)
@ConditionalOnClass({CamelContext.class, HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", ComponentNames.PREFIX})
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
        return new ComponentsHealth(context);
    }
}
