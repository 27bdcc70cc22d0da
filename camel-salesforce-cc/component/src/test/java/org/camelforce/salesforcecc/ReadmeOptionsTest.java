package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README names every option that is not upstream's. */
class ReadmeOptionsTest {

    @ParameterizedTest
    @MethodSource
    void optionWhenItIsOursThenInTheReadme(String option) throws IOException {
        assertThat(Files.readString(Path.of("../../README.md"))).contains("`" + option + "`");
    }

    static Stream<String> optionWhenItIsOursThenInTheReadme() {
        return Stream.of(SalesforceCcOptions.class, TokenPolicy.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName);
    }
}
