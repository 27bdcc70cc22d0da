package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * An example of a guide, in the form of the files in {@code contract/examples}.
 *
 * @param guide the guide
 * @param section section of the guide
 * @param name unique name
 * @param setup requests that make what the example needs
 * @param request the request
 * @param expected status, headers and body, as {@link Shape} reads them
 * @param differs why the simulator's answer is another one, by JSON pointer, in which {@code *} stands for any name or
 *     index
 */
record Example(
        String guide,
        String section,
        String name,
        List<JsonNode> setup,
        JsonNode request,
        JsonNode expected,
        Map<String, String> differs) {

    /** The known differences that a difference is one of. */
    List<String> explanations(Difference difference) {
        return differs.keySet().stream()
                .filter(known -> difference.pointer().matches(known.replace("*", "[^/]+")))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
