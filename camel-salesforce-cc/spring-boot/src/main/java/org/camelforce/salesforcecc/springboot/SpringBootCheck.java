package org.camelforce.salesforcecc.springboot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Ends the start of an application that has the starter for another Spring Boot, before anything asks for classes that
 * this one does not have.
 */
public abstract class SpringBootCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private final String starter;
    private final int major;
    private final String other;

    /**
     * @param starter the artifact that is there
     * @param major the Spring Boot that it is for, without the rest of the version
     * @param other the artifact for the other Spring Boot
     */
    protected SpringBootCheck(String starter, int major, String other) {
        this.starter = starter;
        this.major = major;
        this.other = other;
    }

    @Override
    public final int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public final void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(SpringBootVersion.getVersion());
    }

    /** @throws WrongStarterException if the version is one of another Spring Boot */
    final void check(@Nullable String version) {
        if (version != null && !version.startsWith(major + ".")) {
            throw new WrongStarterException(
                    starter + " is for Spring Boot " + major + ", and this application has Spring Boot " + version,
                    "Replace the dependency " + starter + " with " + other + ".");
        }
    }
}
