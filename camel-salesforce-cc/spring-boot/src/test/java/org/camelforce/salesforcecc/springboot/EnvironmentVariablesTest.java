package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The table of the page about migration says which environment variables Spring Boot takes. */
class EnvironmentVariablesTest {

    private static final Path PAGE = Path.of("../../src/docs/migration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`=]+)=([^`]+)` \\| (?:`([^`]+)`|none) \\| (yes|no) \\| (?:yes|no) \\|$");
    private static final Pattern SYSTEM_PROPERTY = Pattern.compile("-D([^=]+)=(.*)");
    private static final String KEY = "key";

    /** Camel asks the process for its variables, which cannot be changed: one that it has stands for those. */
    private static final String EXISTING =
            System.getenv().keySet().stream().sorted().findFirst().orElseThrow();

    @ParameterizedTest
    @MethodSource
    void variableWhenSetThenSpringBootTakesItAsThePageSays(
            String variable, String value, String property, boolean taken) {
        boolean asked = property.contains("{{env:");
        SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
                .environment(environment(variable, value))
                .web(WebApplicationType.NONE)
                .properties("camel.main.run-controller=false")
                .properties(property.replace(" = ", "=").replace("{{env:" + variable, "{{env:" + EXISTING));

        try (ConfigurableApplicationContext spring = application.run()) {
            SalesforceCcComponent salesforce = (SalesforceCcComponent)
                    spring.getBean(CamelContext.class).getComponent("salesforce-cc", true, false);
            assertThat((asked ? System.getenv(EXISTING) : KEY).equals(salesforce.getClientId()))
                    .isEqualTo(taken);
        }
    }

    static List<Arguments> variableWhenSetThenSpringBootTakesItAsThePageSays() throws IOException {
        List<Arguments> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> Arguments.of(
                        row.group(1),
                        row.group(2),
                        row.group(3) == null ? "" : row.group(3),
                        row.group(4).equals("yes")))
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        return rows;
    }

    @ImportAutoConfiguration({CamelAutoConfiguration.class, SalesforceCcAutoConfiguration.class})
    static class Application {}

    /** An environment with one variable; {@code JAVA_TOOL_OPTIONS} sets a system property as the JVM does. */
    private static StandardEnvironment environment(String variable, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        Matcher property = SYSTEM_PROPERTY.matcher(value);
        if (variable.equals("JAVA_TOOL_OPTIONS") && property.matches()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("given", Map.of(property.group(1), property.group(2))));
        }
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable, value)));
        return environment;
    }
}
