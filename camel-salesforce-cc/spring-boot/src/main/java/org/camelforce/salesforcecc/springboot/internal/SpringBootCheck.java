package org.camelforce.salesforcecc.springboot.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Ends the start of an application whose Spring Boot or Camel the starter is not for, before anything asks for classes
 * that they do not have. An old {@code camel-spring-boot-bom} in the application's POM leads to two versions of Camel,
 * which nobody would understand from a {@link NoClassDefFoundError}.
 */
public abstract class SpringBootCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Pattern CAMEL = Pattern.compile("4\\.(\\d{1,4})(\\D.*)?");

    private final String starter;
    private final int major;
    private final String other;
    private final int oldestCamel;

    /**
     * @param starter the artifact that is there
     * @param major the Spring Boot that it is for, without the rest of the version
     * @param other the artifact for the other Spring Boot
     * @param oldestCamel the oldest minor version of Camel 4 that it works with
     */
    protected SpringBootCheck(String starter, int major, String other, int oldestCamel) {
        this.starter = starter;
        this.major = major;
        this.other = other;
        this.oldestCamel = oldestCamel;
    }

    @Override
    public final int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public final void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(SpringBootVersion.getVersion());
        checkCamel(CamelContextConfiguration.class.getPackage().getImplementationVersion());
    }

    /** @throws WrongStarterException if the version is one of another Spring Boot */
    final void check(@Nullable String version) {
        if (version != null && !version.startsWith(major + ".")) {
            throw new WrongStarterException(
                    starter + " is for Spring Boot " + major + ", and this application has Spring Boot " + version,
                    "Replace the dependency " + starter + " with " + other + ".");
        }
    }

    /**
     * @param version of {@code camel-spring-boot}; one that cannot be read is let through
     * @throws WrongStarterException if it is too old
     */
    final void checkCamel(@Nullable String version) {
        Matcher minor = CAMEL.matcher(version == null ? "" : version);
        if (minor.matches() && Integer.parseInt(minor.group(1)) < oldestCamel) {
            throw new WrongStarterException(
                    starter + " needs Camel 4." + oldestCamel + " or later, and this application has camel-spring-boot "
                            + version,
                    "Use the same version for all of Camel's artifacts: set it once, in the import of"
                            + " camel-spring-boot-bom.");
        }
    }
}
