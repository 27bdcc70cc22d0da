package org.camelforce.salesforcecc.springboot;

import org.camelforce.salesforcecc.springboot.internal.ComponentHealth;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class SpringBoot4StarterIT extends StarterTest {

    @Override
    ComponentHealth.Report health(ConfigurableApplicationContext spring, String component) {
        CompositeHealthDescriptor all =
                (CompositeHealthDescriptor) spring.getBean(HealthEndpoint.class).healthForPath("salesforceCc");
        IndicatedHealthDescriptor health =
                (IndicatedHealthDescriptor) all.getComponents().get(component);
        return new ComponentHealth.Report(health.getStatus().equals(Status.UP), health.getDetails());
    }
}
