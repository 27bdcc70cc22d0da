package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReplayStoreTest extends ReplayStoreContract {

    private static final String BASE = "billing.event.Order__e.00D000000000001AAA-";

    @TempDir
    private Path folder;

    @Override
    ReplayStore store() {
        return new FileReplayStore(folder.resolve("positions"));
    }

    @Test
    void claimWhenAnotherStoreOverTheFolderHasOneThenRefused() throws IOException {
        try (PositionClaim first = store().claim(ORDERS)) {
            assertThatThrownBy(() -> store().claim(ORDERS))
                    .isInstanceOf(PositionAlreadyClaimedException.class)
                    .hasMessageContaining("another subscription of this process");
            first.commit(number(1));
        }
    }

    @Test
    void claimWhenTheFolderIsReachedByALinkThenStillRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("positions"));
        try (PositionClaim first = store().claim(ORDERS)) {
            assertThatThrownBy(() -> new FileReplayStore(link).claim(ORDERS))
                    .isInstanceOf(PositionAlreadyClaimedException.class);
            first.commit(number(1));
        }
    }

    @Test
    void commitWhenClaimIsClosedThenFails() throws IOException {
        PositionClaim claim = store().claim(ORDERS);
        claim.close();

        assertThatThrownBy(() -> claim.commit(number(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has been given up");
    }

    @Test
    void commitWhenDoneThenTheFileNamesWhatItIsAbout() throws IOException {
        commit(ORDERS, number(1));

        assertThat(slot(".b").getFileName().toString()).startsWith(BASE);
        assertThat(slot(".b"))
                .content()
                .contains("subscription: billing\n", "replay id: number:1\n", "channel: /event/Order__e\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 150})
    void claimWhenTheNewestFileIsTornThenThePositionBeforeItIsFound(int length) throws IOException {
        commit(ORDERS, number(1));
        commit(ORDERS, number(2));
        Files.write(slot(".a"), Arrays.copyOf(Files.readAllBytes(slot(".a")), length));

        assertThat(found(ORDERS)).contains(number(1));
    }

    @Test
    void claimWhenTheOlderFileIsDamagedThenTheNewestPositionIsFound() throws IOException {
        commit(ORDERS, number(1));
        commit(ORDERS, number(2));
        Files.writeString(slot(".b"), "garbage");

        assertThat(found(ORDERS)).contains(number(2));
    }

    @Test
    void commitWhenTheNewestFileIsTornThenItIsTheOneReplaced() throws IOException {
        commit(ORDERS, number(1));
        commit(ORDERS, number(2));
        Files.writeString(slot(".a"), "");
        commit(ORDERS, number(3));
        Files.delete(slot(".b"));

        assertThat(found(ORDERS)).contains(number(3));
    }

    @Test
    void claimWhenAnUnfinishedFileIsLeftThenThePositionBeforeItIsFound() throws IOException {
        commit(ORDERS, number(1));
        Path whole = slot(".b");
        Files.copy(whole, whole.resolveSibling(baseName(whole) + ".new"));
        commit(ORDERS, number(2));
        Files.writeString(whole.resolveSibling(baseName(whole) + ".new"), "camel-sal");

        assertThat(found(ORDERS)).contains(number(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "\u0000\u0000\u0000\u0000"})
    void claimWhenNoFileIsWholeThenFailsAndSaysWhatToDo(String content) throws IOException {
        commit(ORDERS, number(1));
        commit(ORDERS, number(2));
        Files.writeString(slot(".a"), content);
        Files.writeString(slot(".b"), content);

        assertThatThrownBy(() -> store().claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(slot(".a").toString())
                .hasMessageContaining(slot(".b").toString())
                .hasMessageContaining("Restore one from a backup; or remove them");
    }

    @Test
    void claimWhenTheOnlyFileIsTornThenFails() throws IOException {
        commit(ORDERS, number(1));
        Files.writeString(slot(".b"), "");

        assertThatThrownBy(() -> store().claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is lost");
    }

    @Test
    void claimWhenItFailedThenTheLockIsFree() throws IOException {
        commit(ORDERS, number(1));
        Files.writeString(slot(".b"), "");
        assertThatThrownBy(() -> store().claim(ORDERS)).isInstanceOf(IOException.class);

        Files.delete(slot(".b"));

        assertThat(found(ORDERS)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void claimWhenTheDiskIsFullThenTheLockIsFreeForTheNextAttempt() throws IOException {
        Path positions = Files.createDirectories(folder.resolve("positions"));
        Files.createSymbolicLink(positions.resolve(PositionFileName.of(ORDERS) + ".lock"), Path.of("/dev/full"));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> store().claim(ORDERS))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(PositionAlreadyClaimedException.class)
                    .hasMessageContaining("No space left");
        }
    }

    @Test
    void claimWhenTheFileIsThatOfAnotherKeyThenFails() throws IOException {
        PositionKey other = new PositionKey("00D000000000001AAA", "/event/Order__e", "shipping");
        commit(other, number(1));
        commit(ORDERS, number(1));
        Files.copy(named("shipping", ".b"), slot(".b"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> store().claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has the position of shipping on /event/Order__e")
                .hasMessageContaining(slot(".b").toString());
    }

    @Test
    void claimWhenTheFileIsOfALaterFormatThenFails() throws IOException {
        commit(ORDERS, number(1));
        Path file = slot(".b");
        Files.write(file, PositionRecordTest.withFormat(Files.readString(file), "2"));

        assertThatThrownBy(() -> store().claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Another version of this product wrote the file");
    }

    @Test
    void claimWhenTheFolderCannotBeMadeThenFailsAndNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> new FileReplayStore(file.resolve("positions")).claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.resolve("positions").toString());
    }

    @Test
    void commitWhenTheFileCannotBeWrittenThenFailsAndTheNextAttemptWrites() throws IOException {
        try (PositionClaim claim = store().claim(ORDERS)) {
            claim.commit(number(1));
            Path inTheWay = slot(".b").resolveSibling(baseName(slot(".b")) + ".new");
            Files.createDirectories(inTheWay);
            assertThatThrownBy(() -> claim.commit(number(2)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("billing")
                    .hasMessageContaining(BASE);
            Files.delete(inTheWay);

            claim.commit(number(2));
        }
        assertThat(found(ORDERS)).contains(number(2));
    }

    private Path slot(String suffix) throws IOException {
        return slot(folder.resolve("positions"), suffix);
    }

    private Path named(String subscription, String suffix) throws IOException {
        return slots(folder.resolve("positions"), subscription, suffix).get(0);
    }

    private static Path slot(Path folder, String suffix) throws IOException {
        return slots(folder, "billing", suffix).get(0);
    }

    private static List<Path> slots(Path folder, String subscription, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder.toRealPath())) {
            return files.filter(file -> file.getFileName().toString().startsWith(subscription + "."))
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .toList();
        }
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
