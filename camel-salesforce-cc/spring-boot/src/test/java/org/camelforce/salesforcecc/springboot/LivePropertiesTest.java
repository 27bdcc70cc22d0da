package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

class LivePropertiesTest {

    @TempDir
    Path folder;

    private ConfigurableApplicationContext spring;

    @AfterEach
    void closeApplication() {
        spring.close();
    }

    @Test
    void valueWhenFileOfConfigTreeChangesThenIsTheNewOne() throws IOException {
        Path file = Files.createDirectories(folder.resolve("salesforce")).resolve("secret");
        Files.writeString(file, "old\n");
        LiveProperties properties = start("spring.config.import=configtree:" + folder + "/");

        assertThat(properties.value("salesforce.secret")).isEqualTo("old");
        Files.writeString(file, "new\n");

        assertThat(properties.value("salesforce.secret")).isEqualTo("new");
    }

    @Test
    void valueWhenPlaceholderOfChangedFileThenIsTheNewOne() throws IOException {
        Files.writeString(folder.resolve("secret"), "old");
        LiveProperties properties =
                start("spring.config.import=configtree:" + folder + "/", "my.client-secret=${secret}!");

        Files.writeString(folder.resolve("secret"), "new");

        assertThat(properties.value("my.client-secret")).isEqualTo("new!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{secret}}!", "{{inner}}!", "${outer}!"})
    void valueWhenPlaceholderOfCamelOfChangedFileThenIsTheNewOne(String value) throws IOException {
        Files.writeString(folder.resolve("secret"), "old");
        LiveProperties properties = start(
                "spring.config.import=configtree:" + folder + "/",
                "inner=${secret}",
                "outer={{secret}}",
                "my.client-secret=" + value);

        Files.writeString(folder.resolve("secret"), "new");

        assertThat(properties.value("my.client-secret")).isEqualTo("new!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{env:SECRET}}", "{{vault:secret}}", "{{secret:none}}", "{{?secret}}", "{{unknown}}"})
    void valueWhenPlaceholderIsForCamelToResolveThenIsLeftAsItIs(String value) {
        LiveProperties properties = start("secret=mine", "my.client-secret=" + value);

        assertThat(properties.value("my.client-secret")).isEqualTo(value);
    }

    @Test
    void valueWhenPropertiesFileChangesThenIsTheNewOne() throws IOException {
        Path file = Files.writeString(folder.resolve("salesforce.properties"), "my.client-secret=old");
        LiveProperties properties = start("spring.config.import=file:" + file);

        Files.writeString(file, "my.client-secret=new");

        assertThat(properties.value("my.clientSecret")).isEqualTo("new");
    }

    @Test
    void valueWhenYamlFileChangesThenIsTheNewOne() throws IOException {
        Path file = Files.writeString(folder.resolve("salesforce.yaml"), "my:\n  client-secret: old\n");
        LiveProperties properties = start("spring.config.import=file:" + file);

        Files.writeString(file, "my:\n  client-secret: new\n");

        assertThat(properties.value("my.client-secret")).isEqualTo("new");
    }

    @Test
    void valueWhenFileIsGoneThenIsTheOneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("salesforce.properties"), "my.client-secret=old");
        LiveProperties properties = start("spring.config.import=file:" + file);

        Files.delete(file);

        assertThat(properties.value("my.client-secret")).isEqualTo("old");
    }

    @Test
    void valueWhenPropertySourceIsReplacedThenIsTheNewOne() {
        LiveProperties properties = start("my.client-secret=${vaulted}");
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("vault", new HashMap<>(Map.of("vaulted", "old"))));
        assertThat(properties.value("my.client-secret")).isEqualTo("old");

        spring.getEnvironment()
                .getPropertySources()
                .replace("vault", new MapPropertySource("vault", Map.of("vaulted", "new")));

        assertThat(properties.value("my.client-secret")).isEqualTo("new");
    }

    @Test
    void valueWhenNoSourceHasPropertyThenIsNull() {
        assertThat(start().value("my.client-secret")).isNull();
    }

    private LiveProperties start(String... properties) {
        SpringApplication application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .build();
        spring = application.run();
        return new LiveProperties(spring.getEnvironment());
    }

    static class Nothing {}
}
