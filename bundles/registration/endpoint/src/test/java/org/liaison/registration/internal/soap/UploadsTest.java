package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.TooMany;

public class UploadsTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private Path folder;
    private Uploads uploads;

    @Before
    public void before() {
        folder = temporary.getRoot().toPath().resolve("uploads");
        uploads = new Uploads(folder, new NamedKeys());
    }

    @Test
    public void givesTheWholeBack_whenPartsFollowEachOther() throws IOException {
        String id = uploads.start("hed", "公函.pdf");

        assertThat(uploads.append("hed", id, 0, bytes("一二"))).isEqualTo(6);
        assertThat(uploads.append("hed", id, 6, bytes("三"))).isEqualTo(9);

        assertThat(uploads.fileName("hed", id)).isEqualTo("公函.pdf");
        assertThat(read("hed", id)).isEqualTo("一二三");
    }

    @Test
    public void outlastsTheBundle_whenAnotherOneReadsTheFolder() throws IOException {
        String id = uploads.start("hed", "a.pdf");
        uploads.append("hed", id, 0, bytes("ab"));

        uploads = new Uploads(folder, new NamedKeys());

        uploads.append("hed", id, 2, bytes("c"));
        assertThat(read("hed", id)).isEqualTo("abc");
    }

    @Test
    public void addsNothing_whenTheLastPartIsSentAgain() throws IOException {
        String id = uploads.start("hed", "a.pdf");
        uploads.append("hed", id, 0, bytes("ab"));

        assertThat(uploads.append("hed", id, 0, bytes("ab"))).isEqualTo(2);
        assertThat(read("hed", id)).isEqualTo("ab");
    }

    @Test
    public void refusesThePart_whenItLeavesAGap() {
        String id = uploads.start("hed", "a.pdf");

        assertThatThrownBy(() -> uploads.append("hed", id, 5, bytes("a")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("UPLOAD_OFFSET"));
        assertThatThrownBy(() -> uploads.append("hed", id, -1, bytes("a"))).isInstanceOf(Conflict.class);
    }

    @Test
    public void refusesThePart_whenItIsEmptyOrOverOneMegabyte() {
        String id = uploads.start("hed", "a.pdf");

        for (byte[] part : new byte[][] {null, {}, new byte[Uploads.PART + 1]}) {
            assertThatThrownBy(() -> uploads.append("hed", id, 0, part))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.code()).isEqualTo("PART_SIZE"));
        }
    }

    @Test
    public void refusesThePart_whenTheWholeWouldPassTwentyMegabytes() {
        String id = uploads.start("hed", "a.pdf");
        byte[] part = new byte[Uploads.PART];
        for (long offset = 0; offset < Uploads.WHOLE; offset += part.length) {
            uploads.append("hed", id, offset, part);
        }

        assertThatThrownBy(() -> uploads.append("hed", id, Uploads.WHOLE, bytes("a")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    public void isNotFound_whenItIsAnothersOrNoIdAtAll() {
        String id = uploads.start("hed", "a.pdf");

        assertThatThrownBy(() -> uploads.append("other", id, 0, bytes("a"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploads.content("other", id)).isInstanceOf(NotFound.class);
        for (String wrong : new String[] {null, "../../etc/passwd", "00000000-0000-0000-0000-000000000000"}) {
            assertThatThrownBy(() -> uploads.fileName("hed", wrong)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    public void startsAgain_whenTheOldOnesOfAFullAccountAreAnHourOld() throws IOException {
        for (int i = 0; i < Uploads.OPEN; i++) {
            uploads.start("hed", "a.pdf");
        }
        assertThatThrownBy(() -> uploads.start("hed", "a.pdf")).isInstanceOf(TooMany.class);
        uploads.start("other", "a.pdf");

        Instant old = Instant.now().minus(Uploads.KEPT).minusSeconds(1);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(old));
        }

        uploads.start("hed", "a.pdf");
        assertThat(files()).hasSize(1);
    }

    @Test
    public void partsOnTheDiskAreEncrypted_andNamesHoldNoIdentityNumber() throws IOException {
        String id = uploads.start("hed", "a.pdf");
        uploads.append("hed", id, 0, bytes("37010119720315901X"));
        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("37010119720315901X");
        }
        assertThatThrownBy(() -> uploads.start("hed", "37010119720315901X.pdf")).isInstanceOf(Invalid.class);
    }

    @Test
    public void refusesThePart_whenThereAreTooMany() {
        String id = uploads.start("hed", "a.pdf");
        for (int i = 0; i < Uploads.PARTS; i++) {
            uploads.append("hed", id, i, bytes("a"));
        }
        assertThatThrownBy(() -> uploads.append("hed", id, Uploads.PARTS, bytes("a")))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("TOO_MANY_PARTS"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private String read(String account, String id) throws IOException {
        try (InputStream in = uploads.content(account, id)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
