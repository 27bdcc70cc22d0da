package org.camelforce.salesforcecc.migration;

import java.util.List;

/** Reads one kind of file. */
interface SourceReader {

    /** Whether a file of this name, in lower case, is of the kind. */
    boolean reads(String fileName);

    /**
     * @param source the file
     * @return its lines that have to change
     * @throws UnreadableFileException if it cannot be parsed
     */
    List<Hit> read(Source source) throws UnreadableFileException;
}
