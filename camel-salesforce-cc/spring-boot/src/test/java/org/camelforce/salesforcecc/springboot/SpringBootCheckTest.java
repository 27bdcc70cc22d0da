package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

    private static final class Check extends SpringBootCheck {

        Check(String starter, int major, String other) {
            super(starter, major, other);
        }
    }
}
