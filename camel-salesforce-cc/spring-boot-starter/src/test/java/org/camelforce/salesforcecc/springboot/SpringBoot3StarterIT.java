package org.camelforce.salesforcecc.springboot;

import org.camelforce.salesforcecc.springboot.internal.ComponentHealth;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ConfigurableApplicationContext;

class SpringBoot3StarterIT extends StarterTest {

    @Override
    ComponentHealth.Report health(ConfigurableApplicationContext spring, String component) {
        CompositeHealth all =
                (CompositeHealth) spring.getBean(HealthEndpoint.class).healthForPath("salesforceCc");
        Health health = (Health) all.getComponents().get(component);
        return new ComponentHealth.Report(health.getStatus().equals(Status.UP), health.getDetails());
    }
}
