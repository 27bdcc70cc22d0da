package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import java.util.Iterator;

/** Rows that are read one by one. Reading throws {@link JobFailedException} where the rest cannot be read. */
interface RowSource extends Iterator<InputRow>, AutoCloseable {

    @Override
    void close() throws IOException;
}
