package org.camelforce.salesforcecc.springboot;

import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a component bean for each instance that properties name; one of the application wins. */
final class InstanceRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    InstanceRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (String name : ComponentNames.instances(environment)) {
            if (!registry.containsBeanDefinition(name)) {
                registry.registerBeanDefinition(
                        name,
                        BeanDefinitionBuilder.genericBeanDefinition(
                                        SalesforceCcComponent.class, SalesforceCcComponent::new)
                                .getBeanDefinition());
            }
        }
    }
}
