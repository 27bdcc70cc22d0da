package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No class of a published module has more than 250 lines of code. */
class ClassSizeTest {

    private static final int MOST = 250;
    private static final Path MODULES = Project.ROOT.resolve("camel-salesforce-cc");
    private static final Path UNPUBLISHED = MODULES.resolve("verification");

    @Test
    void ofWhenThereAreBlankLinesCommentsAndImportsThenNotCounted() {
        assertThat(
                        CodeLines.of(
                                """
                        package a;

                        import java.util.List;

                        /** One line. */
                        // another one
                        /*
                         * Three
                         */
                        class A {
                            int a; // counted
                            int b; /* counted */
                        }
                        """))
                .isEqualTo(5);
    }

    @Test
    void classesWhenTheyArePublishedThenNotTooLong() throws IOException {
        List<Path> classes = published();

        assertThat(classes).hasSizeGreaterThan(300);
        assertThat(classes).allSatisfy(file -> assertThat(CodeLines.of(file))
                .as("code lines of %s", Project.ROOT.relativize(file))
                .isLessThanOrEqualTo(MOST));
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            return files.filter(file -> !file.startsWith(UNPUBLISHED))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    // the build unpacks Karaf there, with examples of its own
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
