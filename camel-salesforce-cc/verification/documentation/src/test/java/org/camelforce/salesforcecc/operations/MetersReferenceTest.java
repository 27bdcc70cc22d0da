package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.operations.reference.MetersReference;
import org.junit.jupiter.api.Test;

class MetersReferenceTest {

    private static final Path REPOSITORY = Path.of("../../..");

    @Test
    void pageWhenMetersAreUnchangedThenIsWhatIsCommitted() throws Exception {
        assertThat(REPOSITORY.resolve(MetersReference.FILE))
                .as("to write it again: src/docs/generate")
                .hasContent(MetersReference.markdown(REPOSITORY));
    }

    @Test
    void pageWhenWrittenThenHasEveryMeterTagAndLogEvent() throws Exception {
        String page = MetersReference.markdown(REPOSITORY);

        assertThat(SalesforceCcMeter.values())
                .allSatisfy(meter -> assertThat(page).contains("| `" + meter.id() + "` |"));
        assertThat(Arrays.stream(MeterTag.values()).map(MeterTag::key))
                .allSatisfy(tag -> assertThat(page).contains("| `" + tag + "` |"));
        assertThat(LogEvent.values()).allSatisfy(event -> assertThat(page).contains("| `" + event.id() + "` |"));
    }
}
