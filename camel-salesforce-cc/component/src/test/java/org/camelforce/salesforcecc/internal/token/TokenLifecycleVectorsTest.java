package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays the rules of a token's life as they stand in {@code token-lifecycle-vectors.json}. */
class TokenLifecycleVectorsTest {

    private static final int CASES = 138;
    private static final int RULES = 18;

    private final JsonNode vectors = vectors();

    @TestFactory
    Stream<DynamicTest> playWhenGivenThenAsExpected() {
        return play(VectorSubject::manager);
    }

    @TestFactory
    Stream<DynamicTest> playWhenGivenToTheTableThenAsExpected() {
        return play(TableSubject::new);
    }

    @Test
    void vectorsWhenCountedThenNoneIsMissing() {
        assertThat(vectors).hasSize(CASES);
    }

    @Test
    void vectorsWhenListedByRuleThenEveryRuleHasOne() {
        Set<String> rules = new TreeSet<>();
        vectors.forEach(vector -> rules.add(vector.path("rule").asText()));

        assertThat(rules)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.concat(IntStream.rangeClosed(1, RULES), IntStream.of(19, 20))
                                .mapToObj(rule -> "R" + rule)
                                .toList());
    }

    private Stream<DynamicTest> play(VectorSubject.Factory subject) {
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("rule").asText() + " " + vector.path("name").asText(),
                        () -> play(vector, subject)));
    }

    private static void play(JsonNode vector, VectorSubject.Factory subject) {
        if (vector.has("refusedSetting")) {
            assertThatThrownBy(() -> new VectorWorld(vector.path("given"), subject))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(vector.path("refusedSetting").asText());
            return;
        }
        VectorWorld world = new VectorWorld(vector.path("given"), subject);
        int number = 0;
        for (JsonNode step : vector.path("steps")) {
            number++;
            try {
                world.play(step);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("step " + number + " " + step + ": " + e.getMessage(), e);
            }
        }
        assertThat(number).as("steps").isPositive();
    }

    private static JsonNode vectors() {
        try (InputStream file = TokenLifecycleVectorsTest.class.getResourceAsStream("/token-lifecycle-vectors.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
