package org.camelforce.salesforcecc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionsReferenceTest {

    private static final Path COMPONENT = Path.of("../component");

    @Test
    void pageWhenOptionsAreUnchangedThenIsWhatIsCommitted() throws Exception {
        assertThat(Path.of("../../src/docs/options.md"))
                .as("to write it anew: mvn -B -ntp -q -Poptions -DskipTests verify"
                        + " -pl camel-salesforce-cc/reference -am")
                .hasContent(OptionsReference.markdown(COMPONENT));
    }

    @Test
    void pageWhenAnOptionIsASecretThenSaysSo() throws Exception {
        assertThat(OptionsReference.markdown(COMPONENT).lines())
                .contains(
                        "| `clientSecret` | string |  | yes | The consumer secret that belongs to the consumer key. |");
    }

    @Test
    void pageWhenAnOptionIsOursThenComesBeforeWhatIsInherited() throws Exception {
        assertThat(OptionsReference.markdown(COMPONENT))
                .containsSubsequence(
                        "| `revokeOnStop`",
                        "| `apiVersion`",
                        "| `durable`",
                        "| `operationName`",
                        "| `mandatoryWindow` | duration | `60s`");
    }

    @Test
    void correctionsWhenReadThenAreOfOptionsThatThereAre() throws Exception {
        SchemaOptions schema = SchemaOptions.ofTheClassPath();

        assertThat(Stream.concat(
                        schema.inherited(SchemaOptions.OF_COMPONENT).stream(),
                        schema.inherited(SchemaOptions.OF_ENDPOINT).stream()))
                .extracting(Option::name)
                .containsAll(SchemaOptions.CORRECTIONS.keySet());
    }
}
