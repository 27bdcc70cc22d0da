package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    private final Path root;

    LinksTest(@TempDir Path root) throws IOException {
        this.root = root;
        Files.createDirectory(root.resolve("folder"));
        Files.writeString(root.resolve("other.md"), "# The *same* token for `https:`\n\n```\n# no heading\n```\n");
    }

    @Test
    void brokenWhenFileFolderHeadingAndSiteAreLinkedThenNone() throws IOException {
        assertThat(links("[a](other.md) [b](folder) [c](other.md#the-same-token-for-https) [d](https://acme.example)"))
                .isEmpty();
    }

    @Test
    void brokenWhenTheFileIsMissingThenTheLink() throws IOException {
        assertThat(links("[a](missing.md)")).containsExactly("missing.md");
    }

    @Test
    void brokenWhenTheHeadingIsMissingThenTheLink() throws IOException {
        assertThat(links("[a](other.md#no-heading) [b](#here)\n# Here there"))
                .containsExactly("other.md#no-heading", "#here");
    }

    @Test
    void brokenWhenItIsCodeThenNone() throws IOException {
        assertThat(links("`[a](missing.md)`\n```\n[a](missing.md)\n```\n")).isEmpty();
    }

    private List<String> links(String markdown) throws IOException {
        return new Links(Files.writeString(root.resolve("page.md"), markdown)).broken();
    }
}
