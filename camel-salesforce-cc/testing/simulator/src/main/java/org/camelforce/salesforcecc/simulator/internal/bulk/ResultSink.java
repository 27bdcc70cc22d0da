package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import org.camelforce.salesforcecc.simulator.internal.data.RowSink;

/** Writes what a query found. */
interface ResultSink extends RowSink, AutoCloseable {

    @Override
    void close() throws IOException;
}
