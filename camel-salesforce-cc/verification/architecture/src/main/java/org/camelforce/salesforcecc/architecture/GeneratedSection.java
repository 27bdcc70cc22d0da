package org.camelforce.salesforcecc.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A section of a page that a test makes. The comments {@code <!-- name -->} and {@code <!-- end name -->} enclose it.
 */
public final class GeneratedSection {

    private final Path page;
    private final String name;

    /**
     * @param page the Markdown file
     * @param name the section's name
     */
    public GeneratedSection(Path page, String name) {
        this.page = page;
        this.name = name;
    }

    /**
     * @return the lines between the comments
     * @throws IOException if the page cannot be read
     * @throws IllegalStateException if it does not have both comments
     */
    public String committed() throws IOException {
        String text = Files.readString(page);
        String begin = "<!-- " + name + " -->\n";
        int from = text.indexOf(begin);
        int to = text.indexOf("<!-- end " + name + " -->\n");
        if (from < 0 || to < from) {
            throw new IllegalStateException(page + " has no section " + name);
        }
        return text.substring(from + begin.length(), to);
    }

    /**
     * Writes what the section has to be to {@code target}, to copy it from there.
     *
     * @param text the lines
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(String text) throws IOException {
        return Files.writeString(Path.of("target", name + ".md"), text);
    }
}
