package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the objects of the Tooling API have as records now. */
@FunctionalInterface
public interface ToolingSource {

    /**
     * @param object name of an object of the Tooling API
     * @return its records, without an id where the org has none
     */
    List<ObjectNode> records(String object);
}
