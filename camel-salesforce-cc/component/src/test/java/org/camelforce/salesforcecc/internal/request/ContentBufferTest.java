package org.camelforce.salesforcecc.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentBufferTest {

    private static final byte[] CONTENT = new byte[100_000];

    static {
        new Random(7).nextBytes(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "-1,1000", "-1,1024", "-1,16384", "-1,100000", "100000,1", "100000,16384", "5000,16384", "0,3"})
    void bytesWhenTheyComeInPartsThenAllInTheirOrder(long announced, int size) {
        ContentBuffer buffer = new ContentBuffer(CONTENT.length);
        assertThat(buffer.isEmpty()).isTrue();
        assertThat(buffer.expect(announced)).isTrue();
        for (int i = 0; i < CONTENT.length; i += size) {
            assertThat(buffer.add(ByteBuffer.wrap(CONTENT, i, Math.min(size, CONTENT.length - i))))
                    .isTrue();
        }

        assertThat(buffer.isEmpty()).isFalse();
        assertThat(buffer.toBytes()).isEqualTo(CONTENT);
    }

    @Test
    void bytesWhenThereAreFewerThanAnnouncedThenThoseThatHaveCome() {
        ContentBuffer buffer = new ContentBuffer(100);
        buffer.expect(50);
        buffer.add(ByteBuffer.wrap(CONTENT, 0, 10));

        assertThat(buffer.toBytes()).isEqualTo(Arrays.copyOf(CONTENT, 10));
    }

    @Test
    void bytesWhenThereAreMoreThanItTakesThenItSaysSo() {
        ContentBuffer buffer = new ContentBuffer(100);

        assertThat(buffer.expect(101)).isFalse();
        assertThat(buffer.add(ByteBuffer.wrap(CONTENT, 0, 100))).isTrue();
        assertThat(buffer.add(ByteBuffer.allocate(0))).isTrue();
        assertThat(buffer.add(ByteBuffer.wrap(CONTENT, 0, 1))).isFalse();
    }

    @Test
    void bytesWhenThereAreNoneThenEmpty() {
        assertThat(new ContentBuffer(100).toBytes()).isEmpty();
    }
}
