package org.camelforce.salesforcecc.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Configures component {@code salesforce-cc} from {@code camel.component.salesforce-cc.*}, and for each
 * {@code camel.component.salesforce-cc.instances.<name>.*} another component of that name.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(CamelContext.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", ComponentNames.PREFIX})
@Import(InstanceRegistrar.class)
public class SalesforceCcAutoConfiguration {

    /** Creates the configuration. */
    public SalesforceCcAutoConfiguration() {}

    /**
     * @param environment has the properties
     * @return sets the options of the components that properties name
     */
    @Lazy
    @Bean
    public ComponentCustomizer configureSalesforceCcComponent(Environment environment) {
        return ComponentCustomizer.builder(SalesforceCcComponent.class)
                .withCondition((name, component) -> ComponentNames.isConfigured(environment, name))
                .build((name, component) ->
                        new ComponentOptions(environment, ComponentNames.prefix(name)).set(component));
    }

    /**
     * @param environment has the properties
     * @return yields consumer keys and secrets as they are at the moment of a login
     */
    @Bean
    static LiveCredentials salesforceCcLiveCredentials(Environment environment) {
        return new LiveCredentials(new LiveProperties(environment));
    }
}
