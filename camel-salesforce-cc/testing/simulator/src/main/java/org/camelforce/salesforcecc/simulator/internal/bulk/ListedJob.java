package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A job as lists of jobs show it. */
interface ListedJob {

    JobSpec spec();

    /** Whether it splits its query by ids. */
    default boolean isPkChunking() {
        return false;
    }

    JobProgress.Snapshot snapshot();

    /** What a list says of it. */
    ObjectNode toListJson();
}
