package org.sockspec.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesComeOneByOne() throws IOException {
        var lines = reader("a\nü\n\n");

        assertThat(lines.next()).isEqualTo("a");
        assertThat(lines.wouldBlock()).isFalse();
        assertThat(lines.next()).isEqualTo("ü");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.wouldBlock()).isTrue();
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineMayBeAsLongAsTheLimit() throws IOException {
        assertThat(reader("x".repeat(LineReader.LIMIT) + "\n").next()).hasSize(LineReader.LIMIT);
    }

    @Test
    void anEndlessLineIsGivenUpSoonAfterTheLimit() {
        var endless = new Endless();

        assertThatThrownBy(() -> new LineReader(endless).next())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("a line is longer than 8388608 bytes: xxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        assertThat(endless.given).isLessThan(LineReader.LIMIT + 2 * 64 * 1024L);
    }

    @Test
    void aLineWithoutItsEndIsNotALine() {
        assertThatThrownBy(() -> reader("half").next())
                .isInstanceOf(EOFException.class)
                .hasMessage("the stream ended in the middle of a line: half");
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) 'x');
            given += length;
            return length;
        }
    }
}
