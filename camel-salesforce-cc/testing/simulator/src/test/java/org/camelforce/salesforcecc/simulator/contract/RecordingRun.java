package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Runs an example against an org. Records the answer if there is no recording yet, and otherwise compares the two.
 *
 * @param recorded whether the answer was recorded
 * @param differences where the answer differs from the recording
 * @param refusal why the org could not run the example; empty if it did
 */
record RecordingRun(boolean recorded, List<Difference> differences, String refusal) {

    static RecordingRun of(OrgConnection org, Example example, Recordings recordings) {
        ExampleRun run = ExampleRun.of(org, example);
        if (!run.refusal().isEmpty()) {
            return new RecordingRun(false, List.of(), org.replacements().in(run.refusal()));
        }
        JsonNode reduced = run.reduced();
        Optional<JsonNode> recording = recordings.of(example);
        if (recording.isEmpty()) {
            recordings.write(example, reduced, org.replacements());
        }
        return new RecordingRun(
                recording.isEmpty(),
                recording.map(before -> Shape.differences(before, reduced)).orElse(List.of()),
                "");
    }
}
