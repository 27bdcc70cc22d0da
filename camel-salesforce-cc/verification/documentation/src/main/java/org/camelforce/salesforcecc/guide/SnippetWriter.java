package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the snippets of all pages again. */
public final class SnippetWriter {

    private SnippetWriter() {}

    /**
     * @param args the repository's root
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        for (Page page : new Repository(Path.of(args[0]).toRealPath()).pages()) {
            String rendered = page.rendered();
            if (!rendered.equals(Files.readString(page.file()))) {
                Files.writeString(page.file(), rendered);
            }
        }
    }
}
