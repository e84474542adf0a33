package org.liaison.platform.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments.Staged;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.mockito.ArgumentCaptor;

public class StoredAttachmentsTest {
    private static final byte[] PDF = onePage(document -> {});

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final EmbeddedDataSource source = new EmbeddedDataSource();
    private final Transaction transaction = mock(Transaction.class);
    private final TransactionManager transactions = mock(TransactionManager.class);
    private final Unit unit = mock(Unit.class);
    private final OneRing keys = new OneRing();
    private Path directory;
    private StoredAttachments attachments;

    @Before
    public void open() throws Exception {
        source.setDatabaseName("memory:" + UUID.randomUUID());
        source.setCreateDatabase("create");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA documents");
            statement.execute("CREATE TABLE documents.attachment (id VARCHAR(36) PRIMARY KEY, owner_type VARCHAR(50),"
                    + " owner_id VARCHAR(64), office_id VARCHAR(64), kind VARCHAR(20), file_name VARCHAR(400),"
                    + " bytes BIGINT, sha256 VARCHAR(64), media_type VARCHAR(100), uploaded_by VARCHAR(50),"
                    + " uploaded_at VARCHAR(40), key_id VARCHAR(20), wrapped_key VARCHAR(200))");
        }
        Binding binding = new Binding(Role.HED, Scope.office("7"), null);
        when(unit.caller()).thenReturn(new Caller("hed", "张三", List.of(binding), binding, Channel.REST, "127.0.0.1"));
        when(unit.now()).thenReturn(Instant.parse("2026-03-05T04:00:00Z"));
        when(transactions.getTransaction()).thenReturn(transaction);
        directory = folder.getRoot().toPath();
        attachments = new StoredAttachments(source, transactions, new FileStore(directory, keys), keys);
    }

    private long files() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).count();
        }
    }

    private Staged stage(byte[] content, String name) {
        return attachments.stage(new ByteArrayInputStream(content), name);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    private void refused(String code, ThrowingCallable call) throws IOException {
        assertThatThrownBy(call).isInstanceOfSatisfying(LiaisonException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
        });
        assertThat(files()).as("files left behind").isZero();
    }

    @Test
    public void file_comesBackWhole_whenItWasKept() throws Exception {
        Staged staged = stage(PDF, "../公函.pdf");
        Attachment kept = attachments.keep(unit, staged, "application", "1", "7", "M1");
        assertThat(attachments.of("application", "1")).containsExactly(kept);
        assertThat(kept.fileName()).isEqualTo("../公函.pdf");
        assertThat(kept.size()).isEqualTo(PDF.length);
        assertThat(kept.sha256()).hasSize(64);
        try (InputStream in = attachments.open(kept.id())) {
            assertThat(in.readAllBytes()).isEqualTo(PDF);
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        return content;
    }

    @Test
    public void file_liesEncryptedUnderAKeyOfItsOwn_andItsDigestIsOfTheClearContent() throws Exception {
        byte[] content = (new String(PDF, StandardCharsets.ISO_8859_1) + "37010119720315901X ".repeat(5_000))
                .getBytes(StandardCharsets.ISO_8859_1);
        Staged one = stage(content, "a.pdf");
        assertThat(Files.readString(only(), StandardCharsets.ISO_8859_1)).doesNotContain("37010119720315901X", "%PDF");
        assertThat(one.size()).isEqualTo(content.length);
        assertThat(one.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(stage(content, "a.pdf").key()).isNotEqualTo(one.key());
    }

    @Test
    public void download_isAnError_whenTheContentWasCutOrAltered() throws Exception {
        Attachment kept = attachments.keep(unit, stage(pdf(50_000), "a.pdf"), "application", "1", "7", "M1");
        byte[] sealed = Files.readAllBytes(only());
        for (int length : List.of(0, 100, 4_096)) {
            Files.write(only(), Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> attachments.open(kept.id()).readAllBytes())
                    .isInstanceOfAny(LiaisonException.class, IOException.class);
        }
        sealed[40_000] ^= 1;
        Files.write(only(), sealed);
        try (InputStream in = attachments.open(kept.id())) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
        sealed[1_000] ^= 1;
        Files.write(only(), sealed);
        assertThatThrownBy(() -> attachments.open(kept.id()))
                .isInstanceOfSatisfying(
                        LiaisonException.class, e -> assertThat(e.code()).isEqualTo("FILE_DAMAGED"));
    }

    @Test
    public void rotation_wrapsEveryKeyAnew_andTheContentStays() throws Exception {
        Attachment one = attachments.keep(unit, stage(pdf(9_000), "a.pdf"), "application", "1", "7", "M1");
        Staged waiting = stage(PDF, "b.pdf");
        keys.primary = "2";
        Attachment two = attachments.keep(unit, waiting, "application", "1", "7", "M1");
        assertThat(attachments.byKey()).isEqualTo(Map.of("1", 1L, "2", 1L));
        assertThat(attachments.unused(List.of("1"))).isFalse();
        assertThat(attachments.renew("1", 500)).isEqualTo(1);
        assertThat(attachments.renew("1", 500)).isZero();
        assertThat(attachments.unused(List.of("1"))).isTrue();
        keys.disabled.add("1");
        assertThat(attachments.open(one.id()).readAllBytes()).isEqualTo(pdf(9_000));
        assertThat(attachments.open(two.id()).readAllBytes()).isEqualTo(PDF);
        keys.disabled.add("2");
        assertThatThrownBy(() -> attachments.open(two.id()))
                .isInstanceOfSatisfying(
                        LiaisonException.class, e -> assertThat(e.code()).isEqualTo("FILE_DAMAGED"));
    }

    @Test
    public void archive_isToldByItsDirectory_whateverStandsBehindIt() throws Exception {
        byte[] docx = zip("word/document.xml");
        byte[] commented = Arrays.copyOf(docx, docx.length + 3);
        commented[docx.length - 2] = 3;
        assertThat(stage(commented, "a.docx").mediaType()).contains("wordprocessingml");
        assertThat(stage(
                                zip(java.util.stream.IntStream.range(0, 5_000)
                                        .mapToObj(
                                                i -> i == 4_999 ? "OFD.xml" : "Doc_0/Pages/Page_" + i + "/Content.xml")
                                        .toArray(String[]::new)),
                                "a.ofd")
                        .mediaType())
                .isEqualTo("application/ofd");
    }

    @Test
    public void type_isToldByContent() throws Exception {
        assertThat(stage(picture("png"), "a.PNG").mediaType()).isEqualTo("image/png");
        assertThat(stage(picture("jpeg"), "a.jpeg").mediaType()).isEqualTo("image/jpeg");
        assertThat(stage(zip("OFD.xml"), "a.ofd").mediaType()).isEqualTo("application/ofd");
        assertThat(stage(zip("word/document.xml"), "a.docx").mediaType()).contains("wordprocessingml");
    }

    @Test
    public void file_isRefused_whenContentIsNotItsNameOrUnknown() throws Exception {
        refused("FILE_TYPE", () -> stage(PDF, "a.png"));
        refused("FILE_TYPE", () -> stage("MZ program".getBytes(StandardCharsets.US_ASCII), "a.pdf"));
        refused("FILE_TYPE", () -> stage(zip("a.txt"), "a.docx"));
        refused("FILE_TYPE", () -> stage(new byte[] {'P', 'K', 3, 4, 0}, "a.docx"));
        refused("FILE_TYPE", () -> stage(PDF, "pdf file"));
    }

    @Test
    public void file_isRefused_whenNobodyCouldOpenIt() throws Exception {
        refused("FILE_UNREADABLE", () -> stage("%PDF-1.7\n内容".getBytes(StandardCharsets.UTF_8), "a.pdf"));
        refused("FILE_UNREADABLE", () -> stage(Arrays.copyOf(PDF, PDF.length / 3), "a.pdf"));
        for (String password : List.of("", "1234")) {
            byte[] locked = onePage(document ->
                    document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
            refused("FILE_LOCKED", () -> stage(locked, "a.pdf"));
        }
        refused("FILE_UNREADABLE", () -> stage(Arrays.copyOf(picture("png"), 12), "a.png"));
        refused("FILE_UNREADABLE", () -> stage(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "a.jpg"));
        refused("PICTURE_TOO_LARGE", () -> stage(sized(20_000, 15_000), "a.png"));
        assertThat(stage(sized(10_000, 10_000), "a.png").mediaType()).isEqualTo("image/png");
    }

    /** A picture that says to have so many pixels: no more than its head is read. */
    private static byte[] sized(int width, int height) throws IOException {
        byte[] png = picture("png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] onePage(Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    public void file_isRefused_whenItHasMacros() throws Exception {
        byte[] macro = zip("word/document.xml", "word/vbaProject.bin");
        refused("FILE_MACRO", () -> stage(macro, "a.docx"));
    }

    @Test
    public void file_isRefused_whenEmptyTooLargeOrBadlyNamed() throws Exception {
        refused("FILE_EMPTY", () -> stage(new byte[0], "a.pdf"));
        refused("FILE_TOO_LARGE", () -> stage(new byte[(int) FileStore.MAX_FILE + 1], "a.pdf"));
        refused("FILE_NAME", () -> stage(PDF, "a\n.pdf"));
        refused("FILE_NAME", () -> stage(PDF, "a".repeat(197) + ".pdf"));
    }

    @Test
    public void file_isRefused_whenItsNameHoldsAnIdentityNumberOrASecrecyMark() throws Exception {
        refused("INVALID", () -> stage(PDF, "37010119720315901X.pdf"));
        refused("INVALID", () -> stage(PDF, "机密★5年 批复.pdf"));
    }

    @Test
    public void nothingIsLeft_whenTheDiskIsFullOrTheSenderGoesAway() throws Exception {
        FileStore full = new FileStore(directory, keys, (channel, part) -> {
            throw new IOException("No space left on device");
        });
        refused("STORE_FULL", () -> full.stage(new ByteArrayInputStream(PDF), "a.pdf"));
        InputStream broken = mock(InputStream.class);
        when(broken.read(any(byte[].class))).thenReturn(5).thenThrow(new IOException("reset"));
        refused("FILE_BROKEN", () -> attachments.stage(broken, "a.pdf"));
    }

    @Test
    public void keep_isRefused_whenTheCaseWouldBeTooLarge() {
        Staged staged = stage(PDF, "a.pdf");
        for (int i = 0; i < 10; i++) {
            attachments.keep(
                    unit,
                    new Staged(
                            UUID.randomUUID().toString(),
                            "a.pdf",
                            FileStore.MAX_FILE,
                            "0",
                            "application/pdf",
                            staged.key()),
                    "application",
                    "1",
                    "7",
                    "M1");
        }
        assertThatThrownBy(() -> attachments.keep(unit, staged, "application", "1", "7", "M1"))
                .isInstanceOfSatisfying(
                        LiaisonException.class, e -> assertThat(e.code()).isEqualTo("CASE_TOO_LARGE"));
    }

    @Test
    public void discard_deletesOnlyWhatHasNoRow() throws Exception {
        Staged kept = stage(PDF, "a.pdf");
        attachments.keep(unit, kept, "application", "1", "7", "M1");
        attachments.discard(kept);
        attachments.discard(stage(PDF, "b.pdf"));
        assertThat(files()).isEqualTo(1);
    }

    @Test
    public void remove_deletesTheContentAfterCommitOnly() throws Exception {
        Staged kept = stage(PDF, "a.pdf");
        attachments.keep(unit, kept, "application", "1", "7", "M1");
        ArgumentCaptor<Synchronization> after = ArgumentCaptor.forClass(Synchronization.class);
        doNothing().when(transaction).registerSynchronization(after.capture());
        attachments.remove(unit, kept.id());
        after.getValue().afterCompletion(Status.STATUS_ROLLEDBACK);
        assertThat(files()).isEqualTo(1);
        after.getValue().afterCompletion(Status.STATUS_COMMITTED);
        assertThat(files()).isZero();
        assertThatThrownBy(() -> attachments.open(kept.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.remove(unit, kept.id())).isInstanceOf(NotFound.class);
    }

    @Test
    public void sweep_deletesOldFilesWithoutRow() throws Exception {
        Staged kept = stage(PDF, "a.pdf");
        attachments.keep(unit, kept, "application", "1", "7", "M1");
        stage(PDF, "b.pdf");
        Files.write(directory.resolve("staging").resolve("left"), PDF);
        attachments.sweep(Instant.now().minusSeconds(3600));
        assertThat(files()).isEqualTo(3);
        attachments.sweep(Instant.now().plusSeconds(3600));
        assertThat(files()).isEqualTo(1);
    }
}
