package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamageTest {

    private static final String SOUND =
            """
            # A page

            Text with `code`, **bold text** and [a link](other.md). C# and a # b are text.

            <!-- a comment -->
            ```
            # no heading ` ** | ](
            ```

            | option | meaning |
            |---|---|
            | `a` | with `b\\|c` |

            - an item
              with a second line

            1. a step:

               ```
               code
               ```
            """;

    /** The page on subscriptions as it was once. */
    private static final String GLUED =
            """
            case a log line and a `SubscriptionEvent.Gap` name the window that may be lost, and `SubscriptionSt## Several nodes

            Put Camel's `master:` in front and share a store:

            ## Watching

            sses to show it.

            `SalesforceCcComponent.subscriptions()` lists the subscriptions.
            """;

    @Test
    void ofWhenThePageIsSoundThenNothing() {
        assertThat(Damage.of(SOUND)).isEmpty();
    }

    @Test
    void ofWhenWordsWereLostThenEachPlace() {
        assertThat(Damage.of(GLUED))
                .containsExactly(
                        "line 1: text without a beginning",
                        "line 1: text without an end",
                        "line 1: a heading inside of text",
                        "line 1: code without an end",
                        "line 7: text without a beginning");
    }

    @ParameterizedTest
    @MethodSource
    void ofWhenDamagedThenNamed(String text, String damage) {
        assertThat(Damage.of(text)).containsExactly(damage);
    }

    static Stream<Arguments> ofWhenDamagedThenNamed() {
        return Stream.of(
                Arguments.of("Text.xx## Heading.\n", "line 1: a heading inside of text"),
                Arguments.of("Text.\n##Heading.\n", "line 2: a heading inside of text"),
                Arguments.of("Text.\n\n- An item.## Heading.\n", "line 3: a heading inside of text"),
                Arguments.of("Text and `code.\n", "line 1: code without an end"),
                Arguments.of("Text and **bold.\n", "line 1: bold text without an end"),
                Arguments.of("Text and [a link](other page.md).\n", "line 1: a link that is none"),
                Arguments.of("Text and [a link][nowhere].\n", "line 1: a link that is none"),
                Arguments.of("```\ncode\n", "line 1: a fence without an end"),
                Arguments.of("```\ncode\n```text\n```\n", "line 1: text after a fence"),
                Arguments.of("<!-- comment\n\nText.\n", "line 1: a comment without an end"),
                Arguments.of("Text\n---\n", "line 1: a line under text that makes it a heading"),
                Arguments.of("##\n", "line 1: a heading without text"),
                Arguments.of("| a | b |\n| c | d |\n", "line 1: a table that is none"),
                Arguments.of("| a | b |\n|---|\n", "line 1: a table that is none"),
                Arguments.of(
                        "| a | b |\n|---|---|\n| c |\n", "line 3: a row of a table with too few or too many cells"),
                Arguments.of(
                        "| a | b |\n|---|---|\n| c|d | e |\n",
                        "line 3: a row of a table with too few or too many cells"),
                Arguments.of(">>>>>>> branch\n", "line 1: a mark of a merge conflict"),
                Arguments.of("Words that go on and\n\n# A heading\n", "line 1: text without an end"));
    }
}
