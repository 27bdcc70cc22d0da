package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateRepositoryReplayStoreTest extends ReplayStoreContract {

    @TempDir
    private Path folder;

    private FileStateRepository repository = new FileStateRepository();
    private ReplayStore store = new StateRepositoryReplayStore(repository);

    @BeforeEach
    void open() {
        repository = repository();
        store = new StateRepositoryReplayStore(repository);
    }

    @AfterEach
    void close() {
        repository.stop();
    }

    @Override
    ReplayStore store() {
        return store;
    }

    @Test
    void claimWhenRepositoryIsOpenedAgainThenPositionIsFound() throws IOException {
        commit(ORDERS, number(3));
        repository.stop();

        FileStateRepository again = repository();
        try (PositionClaim claim = new StateRepositoryReplayStore(again).claim(ORDERS)) {
            assertThat(claim.found()).contains(number(3));
        } finally {
            again.stop();
        }
    }

    @Test
    void claimWhenEntryIsGarbageThenFailsAndSaysWhatToDo() {
        MemoryStateRepository memory = new MemoryStateRepository();
        memory.setState("salesforce-cc|00D000000000001AAA|/event/Order__e|billing", "nonsense");

        assertThatThrownBy(() -> new StateRepositoryReplayStore(memory).claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("salesforce-cc|00D000000000001AAA|/event/Order__e|billing")
                .hasMessageContaining("Restore the entry; or remove it");
    }

    @Test
    void claimWhenItFailedThenTheKeyIsFree() throws IOException {
        MemoryStateRepository memory = new MemoryStateRepository();
        memory.setState("salesforce-cc|00D000000000001AAA|/event/Order__e|billing", "nonsense");
        ReplayStore overMemory = new StateRepositoryReplayStore(memory);
        assertThatThrownBy(() -> overMemory.claim(ORDERS)).isInstanceOf(IOException.class);

        memory.setState("salesforce-cc|00D000000000001AAA|/event/Order__e|billing", "number:1 2026-01-02T03:04:05Z");

        try (PositionClaim claim = overMemory.claim(ORDERS)) {
            assertThat(claim.found()).isPresent();
        }
    }

    @Test
    void commitWhenRepositoryFailsThenIoException() throws IOException {
        try (PositionClaim claim = new StateRepositoryReplayStore(new Broken()).claim(ORDERS)) {
            assertThatThrownBy(() -> claim.commit(number(1)))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseMessage("broken");
        }
    }

    private FileStateRepository repository() {
        FileStateRepository opened = FileStateRepository.fileStateRepository(
                folder.resolve("positions.txt").toFile());
        opened.setMaxFileStoreSize(1024 * 1024L);
        return opened;
    }

    private static final class Broken extends MemoryStateRepository {

        @Override
        public void setState(String key, String value) {
            throw new IllegalStateException("broken");
        }
    }
}
