package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SpoolTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void staysInMemory_whenTheBodyIsSmall() throws Exception {
        try (Spool spool = spool(100_000)) {
            spool.write(new byte[] {1, 2, 3, 4}, 3);

            assertThat(read(spool)).containsExactly(1, 2, 3);
            assertThat(files()).isZero();
        }
    }

    @Test
    public void goesThroughAFileThatIsRemoved_whenTheBodyIsLarge() throws Exception {
        byte[] piece = new byte[50_000];
        Arrays.fill(piece, (byte) 7);
        try (Spool spool = spool(1_000_000)) {
            spool.write(piece, piece.length);
            spool.write(piece, piece.length);

            assertThat(files()).isEqualTo(1);
            assertThat(read(spool)).hasSize(100_000).containsOnly(7);
            assertThat(spool.size()).isEqualTo(100_000);
        }
        assertThat(files()).isZero();
    }

    @Test
    public void bodyOnTheDiskIsUnreadable_whileItIsThere() throws Exception {
        byte[] piece = "37010119720315901X".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        try (Spool spool = spool(1_000_000)) {
            spool.write(piece, piece.length);
            assertThat(read(spool)).isEqualTo(piece);
            File body = folder.getRoot().listFiles()[0];
            assertThat(body).hasSize(piece.length);
            assertThat(Files.readString(body.toPath(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("3701", "1972");
        }
    }

    @Test
    public void refuses_whenTheLimitIsPassed() throws Exception {
        try (Spool spool = spool(10)) {
            spool.write(new byte[10], 10);

            assertThatThrownBy(() -> spool.write(new byte[1], 1)).isInstanceOf(Spool.TooLarge.class);
        }
    }

    @Test
    public void allowsMore_whenTheBodyIsAFile() {
        BodyLimit limit = new BodyLimit(1, 25);

        assertThat(limit.of("multipart/related; type=\"application/xop+xml\"; boundary=b"))
                .isEqualTo(25);
        assertThat(limit.of("Application/PDF")).isEqualTo(25);
        assertThat(limit.of("application/json")).isEqualTo(1);
        assertThat(limit.of("application/vnd.x+json")).isEqualTo(1);
        assertThat(limit.of("image/svg+xml")).isEqualTo(1);
        assertThat(limit.of("text/xml; charset=UTF-8")).isEqualTo(1);
        assertThat(limit.of(null)).isEqualTo(1);
    }

    private Spool spool(long limit) {
        return new Spool(folder.getRoot().toPath(), limit);
    }

    private int files() {
        return folder.getRoot().list().length;
    }

    private static byte[] read(Spool spool) throws Exception {
        try (InputStream content = spool.content()) {
            return content.readAllBytes();
        }
    }
}
