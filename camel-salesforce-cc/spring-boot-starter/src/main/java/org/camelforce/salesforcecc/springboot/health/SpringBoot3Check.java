package org.camelforce.salesforcecc.springboot.health;

import org.camelforce.salesforcecc.springboot.internal.SpringBootCheck;

/** Says which starter to take if the application has another Spring Boot. */
final class SpringBoot3Check extends SpringBootCheck {

    SpringBoot3Check() {
        super("camel-salesforce-cc-starter", 3, "camel-salesforce-cc-spring-boot-4-starter", 14);
    }
}
