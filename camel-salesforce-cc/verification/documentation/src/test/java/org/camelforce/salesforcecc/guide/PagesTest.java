package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Markdown files of the repository as they are. */
class PagesTest {

    @ParameterizedTest
    @MethodSource
    void pageWhenItShowsCodeThenItIsThatOfTheFiles(Page page) throws IOException {
        assertThat(page.file()).as("src/docs/generate").content().isEqualTo(page.rendered());
    }

    static List<Page> pageWhenItShowsCodeThenItIsThatOfTheFiles() throws IOException {
        return new Repository(Project.ROOT).pages();
    }

    @ParameterizedTest
    @MethodSource
    void linksWhenTheyLeadToFilesThenThoseAreThere(Path file) throws IOException {
        assertThat(new Links(file).broken()).isEmpty();
    }

    static List<Path> linksWhenTheyLeadToFilesThenThoseAreThere() throws IOException {
        return new Repository(Project.ROOT).markdown();
    }

    @ParameterizedTest
    @MethodSource("linksWhenTheyLeadToFilesThenThoseAreThere")
    void pageWhenRenderedThenNothingIsDamaged(Path file) throws IOException {
        assertThat(Damage.of(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void contentsWhenAPageExistsThenTheyLinkIt(String page) {
        assertThat(Project.page("README.md")).contains("](" + page + ")");
    }

    static List<String> contentsWhenAPageExistsThenTheyLinkIt() throws IOException {
        try (var files = Files.list(Project.ROOT.resolve("src/docs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
