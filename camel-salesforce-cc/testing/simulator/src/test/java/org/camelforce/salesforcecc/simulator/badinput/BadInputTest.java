package org.camelforce.salesforcecc.simulator.badinput;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BadInputTest {

    @Test
    void answerWhenRequestsAreMutatedThenDocumentedAndTheOrgGoesOn() throws IOException {
        BadInput.send(15, 0, 400);
    }
}
