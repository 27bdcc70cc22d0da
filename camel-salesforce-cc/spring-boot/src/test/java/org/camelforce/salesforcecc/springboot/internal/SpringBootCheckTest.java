package org.camelforce.salesforcecc.springboot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

@ExtendWith(OutputCaptureExtension.class)
class SpringBootCheckTest {

    @Test
    void startWhenStarterIsForAnotherSpringBootThenEndsAndNamesTheRightOne(CapturedOutput output) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(SpringBootCheckTest.class)
                .web(WebApplicationType.NONE)
                .listeners(new Check("mine", 2, "the-right-one"));

        assertThatThrownBy(application::run)
                .isInstanceOf(WrongStarterException.class)
                .hasMessageContaining("mine is for Spring Boot 2, and this application has Spring Boot "
                        + SpringBootVersion.getVersion());
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "Replace the dependency mine with the-right-one.")
                .doesNotContain("WrongStarterException");
    }

    @Test
    void startWhenStarterIsForThisSpringBootThenIsRegisteredAndContent() {
        List<SpringBootCheck> registered = SpringFactoriesLoader.loadFactories(ApplicationListener.class, null).stream()
                .filter(SpringBootCheck.class::isInstance)
                .map(SpringBootCheck.class::cast)
                .toList();

        assertThat(registered).hasSize(1).allSatisfy(check -> assertThatCode(
                        () -> check.check(SpringBootVersion.getVersion()))
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.0", "4.10.2", "4.13.0-SNAPSHOT"})
    void checkWhenCamelIsTooOldThenSaysWhichToUse(String version) {
        Check check = new Check("mine", 3, "the-other");

        assertThatThrownBy(() -> check.checkCamel(version))
                .isInstanceOf(WrongStarterException.class)
                .hasMessage("mine needs Camel 4.14 or later, and this application has camel-spring-boot " + version
                        + ". Use the same version for all of Camel's artifacts: set it once, in the import of"
                        + " camel-spring-boot-bom.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"4.14.0", "4.18.0.redhat-00001", "4.22.1", "5.0.0", "unknown"})
    void checkWhenCamelIsNewEnoughOrUnknownThenIsContent(String version) {
        Check check = new Check("mine", 3, "the-other");

        assertThatCode(() -> check.checkCamel(version)).doesNotThrowAnyException();
    }

    private static final class Check extends SpringBootCheck {

        Check(String starter, int major, String other) {
            super(starter, major, other, 14);
        }
    }
}
