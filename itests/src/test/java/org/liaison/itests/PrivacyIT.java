package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.Test;

/**
 * After a whole filing, its errors, a rotation of the keys and a power cut in the middle of an upload no identity number
 * stands in clear anywhere: not in a column, a file, a log or an answer. The scan is proven by what is planted for it.
 */
public class PrivacyIT {
    /** Stands in an uploaded PDF. */
    private static final String IN_PDF = "37010119720315901X";
    /** Stands in a packed stream of the same PDF. */
    private static final String IN_STREAM = "510104199103073537";
    /** Stands in an uploaded DOCX. */
    private static final String IN_DOCX = "320101198002299038";
    /** Typed where no number belongs, and in the upload that is cut off. */
    private static final String TYPED = "44010119660606908X";

    private static final int LARGE = 400_000;

    @Test
    public void noIdentityNumber_standsInClearAnywhere() throws Exception {
        Container container = Container.embedded().start().await("clk", "/api/registration/v1/applications", 200);
        try (container) {
            List<String> numbers = run(container);
            ClearText clear = new ClearText(numbers);
            assertThat(container.answers()).noneMatch(answer -> numbers.stream().anyMatch(answer::contains));
            printed(container, numbers);
            fullView(container, numbers.get(0));

            try (Socket upload = cutOffUpload(container)) {
                assertThat(clear.files(container.data(), container.home().resolve("data")))
                        .isEmpty();
                container.kill();
            }
            Path[] places = {
                container.data(),
                container.home().resolve("data"),
                container.home().resolve("etc")
            };
            assertThat(clear.files(places)).isEmpty();
            assertThat(clear.files(container.home().resolve("out.log"))).isEmpty();
            database(container, clear, numbers);
        }
    }

    private Filing filing;

    /** The numbers that the run used. */
    private List<String> run(Container container) throws Exception {
        filing = new Filing(container);
        List<String> numbers = new ArrayList<>(List.of(filing.idNumber, IN_PDF, IN_STREAM, IN_DOCX, TYPED));
        filing.form.get("deputies").forEach(deputy -> {
            if (deputy.hasNonNull("idNumber")) {
                numbers.add(deputy.get("idNumber").asText());
            }
        });
        filing.draft();
        filing.files();
        filing.add("M3b", "简历.pdf", pdf());
        filing.add("M3a", "任命.docx", docx());
        errors(container);
        filing.office("submission", 200);
        errors(container);
        assertThat(filing.approve().get("state").asText()).isEqualTo("APPROVED");
        rotate(container);
        return numbers;
    }

    /** Numbers typed in every place that keeps or repeats what was typed. */
    private void errors(Container container) throws Exception {
        String path = "/api/registration/v1/applications/";
        int view = send(
                container,
                "clk",
                path + filing.id + "/identity-number-views",
                "{\"path\":\"head.idNumber\"," + "\"reason\":\"核对" + TYPED + "\"}");
        assertThat(view).isIn(404, 422);
        assertThat(send(container, "clk", path + TYPED + "/claim", "{}")).isEqualTo(404);
        assertThat(send(container, "clk", path + filing.id + "/acceptance", "{\"text\":\"" + TYPED + "\"}"))
                .isEqualTo(422);
        assertThat(send(container, "clk", path + filing.id + "/acceptance", "{\"" + TYPED + "\":\"x\"}"))
                .isGreaterThanOrEqualTo(400);
        ObjectNode form = filing.form.deepCopy();
        form.put("mainBusiness", "联系人" + TYPED);
        HttpResponse<String> refused = container.send(filing.asHead("/form")
                .header("Content-Type", "application/json")
                .header("If-Match", filing.etag)
                .header("Idempotency-Key", "again " + TYPED.hashCode())
                .PUT(HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("TEXT_ID_NUMBER");
    }

    private int send(Container container, String account, String path, String body) throws Exception {
        return container
                .send(container
                        .request(account, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", filing.etag)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)))
                .statusCode();
    }

    /** The one answer that shows a number, after its reason. */
    private void fullView(Container container, String number) throws Exception {
        HttpResponse<String> shown = container.send(container
                .request("clk", "/api/registration/v1/applications/" + filing.id + "/identity-number-views")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"path\":\"head.idNumber\",\"reason\":\"核对任命文件\"}")));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(Offices.json(shown).get("idNumber").asText()).isEqualTo(number);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    }

    /** No paper shows a number unless it was asked for with a reason; that the reading finds one shows the control. */
    private void printed(Container container, List<String> numbers) throws Exception {
        for (String kind : List.of("form", "letter", "commitment", "acceptance", "approval")) {
            byte[] paper = paper(container, kind);
            assertThat(text(paper)).as(kind).isNotBlank();
            assertThat(numbers).as(kind).noneMatch(text(paper)::contains);
            List<String> streams = ClearText.unpacked(new String(paper, StandardCharsets.ISO_8859_1));
            assertThat(streams).as(kind).isNotEmpty();
            assertThat(numbers).as(kind).noneMatch(number -> streams.stream().anyMatch(s -> s.contains(number)));
        }
        String reason = URLEncoder.encode("核对盖章", StandardCharsets.UTF_8);
        assertThat(text(paper(container, "form?reason=" + reason))).contains(numbers.get(0));
    }

    private byte[] paper(Container container, String kind) throws Exception {
        String path = "/api/registration/v1/applications/" + filing.id + "/documents/" + kind;
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(container.request("clk", path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(kind).isEqualTo(200);
        return answer.body();
    }

    /** Glyphs have numbers of their own in a PDF: what it says is read as a reader does. */
    private static String text(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void rotate(Container container) throws Exception {
        String oneTime = container.passwords().get("sec");
        String chosen = "security-officer-2026";
        HttpResponse<String> changed = container.send(container
                .request("sec", "/api/platform/v1/me/password")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"present\":\"" + oneTime + "\",\"wanted\":\"" + chosen + "\"}")));
        assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);
        Console console = new Console(container, "sec", chosen);
        assertThat(console.run("platform:keys-rotate")).contains("密钥轮换完成").contains("已停用");
        String status = console.run("platform:keys-status --json");
        JsonNode rings = Offices.JSON.readTree(status.substring(status.indexOf("[{"), status.lastIndexOf(']') + 1));
        assertThat(rings).hasSize(3).allSatisfy(ring -> {
            assertThat(ring.get("keys").findValuesAsText("state")).containsExactly("DISABLED", "PRIMARY");
            assertThat(ring.at("/keys/0/rows").asInt()).isZero();
            // this test makes no account whose secret is kept
            assertThat(ring.at("/keys/1/rows").asInt() > 0)
                    .isEqualTo(!ring.get("name").asText().equals("secrets"));
        });
        String clerk = new Console(container, "clk", container.passwords().get("clk")).run("platform:keys-rotate");
        assertThat(clerk).doesNotContain("密钥轮换完成");
    }

    /** An upload that has arrived for the most part and goes no further. */
    private Socket cutOffUpload(Container container) throws Exception {
        Path bodies = container.home().resolve("data");
        long before = spooled(bodies);
        Socket socket = new Socket("127.0.0.1", container.port());
        String head = "POST /api/registration/v1/applications/" + filing.id + "/materials/M1/files HTTP/1.1\r\n"
                + "Host: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\nIf-Match: \"1\"\r\n"
                + "Authorization: "
                + Container.basic("clk", container.passwords().get("clk")) + "\r\n"
                + "Content-Length: " + 4 * LARGE + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(TYPED.repeat(LARGE / 18).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (spooled(bodies) < before + LARGE / 2 && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(spooled(bodies)).as("bytes on disk of the upload").isGreaterThanOrEqualTo(before + LARGE / 2);
        return socket;
    }

    private static long spooled(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith("bodies"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void database(Container container, ClearText clear, List<String> numbers) throws Exception {
        Path files = container.data().resolve("db").resolve("liaison");
        String url = "jdbc:derby:" + files;
        try (Connection connection = DriverManager.getConnection(url, "app", "")) {
            assertThat(clear.columns(connection)).isEmpty();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE platform.planted (first_text VARCHAR(100), second_text CLOB)");
                statement.execute("INSERT INTO platform.planted VALUES ('x" + numbers.get(0) + "', 'y" + TYPED + "')");
            }
            assertThat(clear.columns(connection))
                    .containsExactlyInAnyOrder(
                            "\"PLATFORM\".\"PLANTED\".FIRST_TEXT", "\"PLATFORM\".\"PLANTED\".SECOND_TEXT");
        }
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("an orderly end").isEqualTo("08006");
        }
        assertThat(clear.files(files)).as("the planted row in the raw files").isNotEmpty();
        Path planted = container.data().resolve("planted.bin");
        Files.write(planted, ("name " + IN_DOCX).getBytes(StandardCharsets.UTF_16LE));
        Path packed = container.data().resolve("planted.pdf");
        Files.write(packed, packed());
        assertThat(Files.readString(packed, StandardCharsets.ISO_8859_1)).doesNotContain(IN_STREAM);
        assertThat(clear.files(container.data())).contains(planted, packed);
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream letter = PrivacyIT.class.getResourceAsStream("/materials/letter.pdf")) {
            letter.transferTo(bytes);
        }
        bytes.writeBytes((("身份证号 " + IN_PDF + "\n").repeat(LARGE / 32)).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(packed());
        return bytes.toByteArray();
    }

    /** An object of a PDF as writers make it: the words lie in a packed stream. */
    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("4 0 obj\n<</Filter/FlateDecode>>\nstream\r\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes)) {
            stream.write(("BT (身份证号 " + IN_STREAM + ") Tj ET\n").repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] docx() throws Exception {
        byte[] document = ("<w:t>" + IN_DOCX + "</w:t>").repeat(LARGE / 30).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("word/document.xml");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(document.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(document);
        }
        return bytes.toByteArray();
    }
}
