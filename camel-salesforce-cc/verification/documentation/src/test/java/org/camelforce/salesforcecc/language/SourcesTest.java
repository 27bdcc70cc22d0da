package org.camelforce.salesforcecc.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What LanguageTool gets to read of each kind of source. */
class SourcesTest {

    @Test
    void pageWhenReadThenParagraphsWithoutMarkupAndCode() {
        Prose prose = PageProse.of(
                "page.md",
                """
                # A heading

                A [link](a.md) to *some*
                `code`, and more.

                ```java
                code();
                ```

                - an item

                | a | head |
                |---|---|
                | a | cell |
                """,
                cell -> cell.equals("cell"));

        assertThat(prose.text()).isEqualTo("A heading\n\nA link to some Code, and more.\n\nan item\n\na\n\nhead\n\na");
        assertThat(prose.place(prose.text().indexOf("more"))).isEqualTo("page.md:4");
        assertThat(prose.hasCode(prose.text().indexOf("Code"), prose.text().indexOf(",")))
                .isTrue();
    }

    @Test
    void pageWhenAPartIsGeneratedThenNamesInItAreCode() {
        Prose prose = PageProse.of(
                "page.md", "AnyName\n\n<!-- parts -->\nAnyName\n\n<!-- end parts -->\nAnyName\n", cell -> false);

        assertThat(prose.text()).isEqualTo("AnyName\n\nCode\n\nAnyName");
    }

    @Test
    void shapeWhenAHeadingHasCapitalsOrAParagraphBeginsInTheMiddleThenFound() {
        assertThat(PageShape.of(
                        "page.md", "# A Heading\n\n# With Spring Boot\n\n    code\n\nruns it. So\n\n- do items\n"))
                .extracting(Finding::place, Finding::rule)
                .containsExactly(tuple("page.md:1", "HEADING_CASE"), tuple("page.md:7", "PARAGRAPH_START"));
    }

    @Test
    void javaWhenReadThenSentencesWithValuesAndDescriptions(@TempDir Path folder) throws IOException {
        MessageProse.Texts texts = java(
                folder,
                """
                @Command(description = "Makes it " + "work now.")
                class A {
                    void a(int number) {
                        LOG.info("There were {} of them");
                        if (name.contains("what is not read")) {
                            throw new IllegalStateException(number + " is not right at all");
                        }
                        if (a) {
                            throw new IllegalStateException(
                                    "The number " + number + " is \\"too\\" small" + (b ? "" : " because of that"));
                        }
                        query("SELECT Id FROM Account WHERE a = b", "no-words", "two words");
                    }
                }
                """,
                false);

        assertThat(texts.messages().text())
                .isEqualTo(
                        "There were Code of them\n\nCode is not right at all\n\nThe number Code is \"too\" smallCode\n\nbecause of that");
        assertThat(texts.messages().place(texts.messages().text().indexOf("right")))
                .isEqualTo("A.java:6");
        assertThat(texts.descriptions().text()).isEqualTo("Makes it work now.");
    }

    @Test
    void javaWhenItHasTheWordsOfAnotherProductThenItsOwnFaultsAndLogLinesOnly(@TempDir Path folder) throws IOException {
        MessageProse.Texts texts = java(
                folder,
                """
                class A {
                    void a(int number) {
                        LOG.info("This is ours");
                        answer("This is not ours");
                        throw new IllegalArgumentException("This one is ours");
                    }
                }
                """,
                true);

        assertThat(texts.messages().text()).isEqualTo("This is ours\n\nThis one is ours");
    }

    @Test
    void screenWhenReadThenTextsOfElementsAndScripts() {
        assertThat(ScreenProse.of(
                                "a.html",
                                "<p>Org <code>00D</code> is up</p>\n<b id=\"it is\" title=\"All the orgs\">x</b>")
                        .text())
                .isEqualTo("Org Code is up\n\nAll the orgs");
        assertThat(ScreenProse.of("a.js", "say(`It has ${count} rows`, \"key\");")
                        .text())
                .isEqualTo("It has Code rows");
    }

    @Test
    void descriptionWhenCamelHasItThenNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("schema.json");
        Files.writeString(
                file,
                """
                {"properties": [
                  {"name": "ours", "description": "An option of this component."},
                  {"name": "theirs", "description": "All versions."},
                  {"name": "alike", "description": "An option of this component."},
                  {"name": "camels", "description": "The change event schema."}
                ]}
                """);

        DescriptionProse descriptions = new DescriptionProse();

        assertThat(descriptions.ofJson(file))
                .extracting(Prose::source)
                .containsExactly(
                        "schema.json:/properties/ours/description", "schema.json:/properties/theirs/description");
        assertThat(descriptions.isKnown("An option of this component.")).isTrue();
    }

    private static MessageProse.Texts java(Path folder, String content, boolean imitates) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), content);
        return MessageProse.of(List.of(file), path -> path.getFileName().toString(), name -> imitates)
                .get(0);
    }
}
