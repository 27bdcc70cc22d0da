package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PositionRecordTest {

    private static final PositionRecord RECORD = new PositionRecord(ORDERS, 42, number(7));

    @Test
    void textWhenReadThenTheSameRecord() throws IOException {
        byte[] content = RECORD.text().getBytes(StandardCharsets.UTF_8);

        assertThat(PositionRecord.read(content, Path.of("x"))).contains(RECORD);
    }

    @Test
    void textWhenWrittenThenAsDocumented() {
        assertThat(RECORD.text())
                .isEqualTo(
                        """
                        camel-salesforce-cc position, format 1
                        org: 00D000000000001AAA
                        channel: /event/Order__e
                        subscription: billing
                        sequence: 42
                        replay id: number:7
                        reached at: 2026-01-02T03:04:12.678901Z
                        crc32c: d7eba923
                        """);
    }

    @Test
    void readWhenSomethingFollowsTheChecksumThenNotWhole() throws IOException {
        byte[] content = (RECORD.text() + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(PositionRecord.read(content, Path.of("x"))).isEmpty();
    }

    static Stream<Integer> offsets() {
        return IntStream.range(0, RECORD.text().length()).boxed();
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void readWhenTornThenNotWhole(int length) throws IOException {
        byte[] content = RECORD.text().getBytes(StandardCharsets.UTF_8);

        assertThat(PositionRecord.read(Arrays.copyOf(content, length), Path.of("x")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void readWhenTornAndFilledWithZerosThenNotWhole(int length) throws IOException {
        byte[] content = RECORD.text().getBytes(StandardCharsets.UTF_8);

        assertThat(PositionRecord.read(Arrays.copyOf(Arrays.copyOf(content, length), content.length), Path.of("x")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void readWhenABitHasChangedThenNotWhole(int at) throws IOException {
        byte[] content = RECORD.text().getBytes(StandardCharsets.UTF_8);
        content[at] ^= 0x01;

        assertThat(PositionRecord.read(content, Path.of("x"))).isEmpty();
    }

    static byte[] withFormat(String text, String version) {
        String changed = text.substring(0, text.indexOf("crc32c: ")).replace("format 1", "format " + version);
        CRC32C sum = new CRC32C();
        sum.update(changed.getBytes(StandardCharsets.UTF_8));
        return (changed + String.format("crc32c: %08x%n", sum.getValue())).getBytes(StandardCharsets.UTF_8);
    }
}
