package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.camelforce.salesforcecc.test.support.ChildJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplayStoreProcessIT {

    @TempDir
    private Path folder;

    private Process owner;

    @BeforeEach
    void start() throws IOException {
        List<String> command = ChildJvm.command();
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), OwnerProcess.class.getName(), folder.toString()));
        owner = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = owner.inputReader();
        assertThat(out.readLine()).isEqualTo("claimed");
    }

    @AfterEach
    void end() {
        owner.destroyForcibly();
    }

    @Test
    void claimWhenAnotherProcessHasItThenRefusedAndTheProcessNamed() {
        assertThatThrownBy(() -> new FileReplayStore(folder).claim(ORDERS))
                .isInstanceOf(PositionAlreadyClaimedException.class)
                .hasMessageContaining("process " + owner.pid() + "@");
    }

    @Test
    void claimWhenTheOtherProcessWasKilledThenItsPositionIsFound() throws Exception {
        owner.destroyForcibly().waitFor();

        try (PositionClaim claim = new FileReplayStore(folder).claim(ORDERS)) {
            assertThat(claim.found()).contains(number(11));
        }
    }
}
