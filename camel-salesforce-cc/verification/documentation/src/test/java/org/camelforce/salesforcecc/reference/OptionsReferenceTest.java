package org.camelforce.salesforcecc.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.SalesforceCcEndpoint;
import org.camelforce.salesforcecc.SalesforceCcOptions;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.junit.jupiter.api.Test;

class OptionsReferenceTest {

    private static final Path COMPONENT = Path.of("../../component");

    @Test
    void pageWhenOptionsAreUnchangedThenIsWhatIsCommitted() throws Exception {
        assertThat(Path.of("../../../src/docs/options.md"))
                .as("to write it again: src/docs/generate")
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

    /** Camel's generator drops what it takes for markup, for example a plus sign or a quotation mark. */
    @Test
    void descriptionsWhenGeneratedThenAreThoseOfTheAnnotationsWordForWord() throws Exception {
        SchemaOptions schema = SchemaOptions.ofTheClassPath();
        Set<String> generated = Stream.concat(
                        schema.own(SchemaOptions.OF_COMPONENT).stream(), schema.own(SchemaOptions.OF_ENDPOINT).stream())
                .map(option -> option.name() + ": " + option.description())
                .collect(Collectors.toSet());

        List<String> written = Stream.of(
                        descriptions(SalesforceCcOptions.class, Metadata.class, Metadata::description),
                        descriptions(SalesforceCcOptions.class.getSuperclass(), Metadata.class, Metadata::description),
                        descriptions(SalesforceCcComponent.class, Metadata.class, Metadata::description),
                        descriptions(SalesforceCcEndpoint.class, UriParam.class, UriParam::description),
                        descriptions(SubscriptionOptions.class, UriParam.class, UriParam::description))
                .flatMap(List::stream)
                .toList();

        assertThat(written).hasSizeGreaterThan(20);
        assertThat(written).filteredOn(text -> !generated.contains(text)).isEmpty();
    }

    private static <A extends Annotation> List<String> descriptions(
            Class<?> owner, Class<A> annotation, Function<A, String> description) {
        return Stream.of(owner.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(annotation))
                .map(field -> field.getName() + ": " + description.apply(field.getAnnotation(annotation)))
                .filter(text -> !text.endsWith(": "))
                .toList();
    }
}
