package org.camelforce.salesforcecc.internal.migration;

/** Reads one kind of file. */
interface SourceReader {

    /** Whether a file is of the kind; {@code path} is relative to the project, in lower case, with {@code /}. */
    boolean reads(String path);

    /**
     * Reads a file, or a file inside of another one.
     *
     * @param source the text
     * @param places takes what is found
     * @throws UnreadableFileException if it cannot be parsed
     */
    void read(Source source, Places places) throws UnreadableFileException;
}
