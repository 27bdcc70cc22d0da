package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    private static final String JAVA =
            """
            package a;

            class A {
                // tag::body[]
                void run() {
                    // tag::call[]
                    call();
                    // end::call[]
                }
                // end::body[]
            }
            """;

    private final Path root;

    PageTest(@TempDir Path root) throws IOException {
        this.root = root;
        Files.writeString(root.resolve("A.java"), JAVA);
    }

    @Test
    void renderedWhenARegionIsNamedThenItsLinesWithoutMarksAndIndentation() throws IOException {
        assertThat(rendered("<!-- snippet: A.java#body -->\n```java\nold\n```\nrest\n"))
                .isEqualTo("<!-- snippet: A.java#body -->\n```java\nvoid run() {\n    call();\n}\n```\nrest\n");
    }

    @Test
    void renderedWhenTheWholeFileIsNamedThenAllButThePackage() throws IOException {
        assertThat(rendered("<!-- snippet: A.java -->\n```java\n```\n"))
                .isEqualTo(
                        "<!-- snippet: A.java -->\n```java\nclass A {\n    void run() {\n        call();\n    }\n}\n```\n");
    }

    @Test
    void renderedWhenAConsoleIsShownThenAsItIs() throws IOException {
        assertThat(rendered("```\n$ ls\n```\n")).isEqualTo("```\n$ ls\n```\n");
    }

    @Test
    void renderedWhenCodeIsNoSnippetThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("text\n```java\nint i;\n```\n"))
                .withMessage("page.md:2: code in java that is no snippet of a file");
    }

    @Test
    void renderedWhenTheRegionIsMissingThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("<!-- snippet: A.java#head -->\n```java\n```\n"))
                .withMessage("A.java has 0 lines with tag::head[]");
    }

    @Test
    void renderedWhenCodeDoesNotEndThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rendered("```\n"))
                .withMessage("page.md:1: code without an end");
    }

    private String rendered(String markdown) throws IOException {
        Path file = Files.writeString(root.resolve("page.md"), markdown);
        return new Page(root, file).rendered();
    }
}
