package org.camelforce.salesforcecc.reliability.check;

import java.util.List;

/** One question to a history. */
interface Check {

    /** @return what must not have happened and has, in the order of the history */
    List<Anomaly> in(HistoryIndex facts);
}
