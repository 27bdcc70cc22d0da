package org.camelforce.salesforcecc.springboot.health;

import org.camelforce.salesforcecc.springboot.internal.SpringBootCheck;

/** Says which starter to take if the application has another Spring Boot. */
final class SpringBoot4Check extends SpringBootCheck {

    SpringBoot4Check() {
        super("camel-salesforce-cc-spring-boot-4-starter", 4, "camel-salesforce-cc-starter", 22);
    }
}
