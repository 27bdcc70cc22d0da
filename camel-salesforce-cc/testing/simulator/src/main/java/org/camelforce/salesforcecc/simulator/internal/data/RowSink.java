package org.camelforce.salesforcecc.simulator.internal.data;

import java.io.IOException;
import java.util.List;

/** Takes what a query finds, one row at a time. */
public interface RowSink {

    /**
     * Is called once, before any row.
     *
     * @param names the selected fields in the order of the select list, for example {@code Account.Name}
     * @throws IOException if they cannot be taken
     */
    void columns(List<String> names) throws IOException;

    /**
     * @param values the values as text, in the order of the columns; empty where there is none
     * @throws IOException if it cannot be taken
     */
    void row(List<String> values) throws IOException;
}
