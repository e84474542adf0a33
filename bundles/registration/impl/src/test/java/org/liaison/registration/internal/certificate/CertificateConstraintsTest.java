package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.internal.store.RegistrationDatabase;

/** The invariants of domain page 3.2 hold in the database itself: fifty writers at once, past every service. */
public class CertificateConstraintsTest {
    private static final int WRITERS = 50;
    private static final String DUPLICATE = "23505";
    private static final String DEADLOCK = "40001";
    private static final String CHECK = "23513";
    private static final String FOREIGN_KEY = "23503";

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private Certificate certificate;

    @Before
    public void registerOffice() {
        certificate = new Registered(database, "https://jg.example.cn").first(0);
    }

    @After
    public void stop() {
        writers.shutdownNow();
    }

    @Test
    public void oneCertificateInForce_whenFiftyAreMadeValid() throws Exception {
        for (int i = 0; i < WRITERS; i++) {
            write(copyOf("v" + i, i + 2, "SUPERSEDED", "NULL", "NULL"));
        }
        onlyOne(i -> "UPDATE registration.certificate SET status = 'VALID', live_office_id = office_id WHERE id = 'v"
                + i + "'");
    }

    @Test
    public void oneNextCertificate_whenFiftyAreIssued() throws Exception {
        write("UPDATE registration.certificate SET status = 'SUPERSEDED', next_office_id = NULL, receiver = '张三',"
                + " received_on = CURRENT_DATE, handed_over_by = 'clerk'");
        onlyOne(i -> copyOf("n" + i, i + 2, "TO_PRINT", "NULL", "office_id"));
    }

    @Test
    public void blankForm_isUsedOnce_whenFiftyPrintOnIt() throws Exception {
        for (int i = 0; i < WRITERS; i++) {
            write(duplicate("c" + i, i + 2));
        }
        onlyOne(i -> sheet("KB-1", "c" + i));
    }

    @Test
    public void copy_hasOneGoodSheet_whenFiftyFormsAreUsed() throws Exception {
        onlyOne(i -> sheet("KB-" + i, certificate.copies().get(0).id()));
    }

    @Test
    public void certificate_hasOneOriginal_whenFiftyAreAdded() throws Exception {
        write("DELETE FROM registration.certificate_copy WHERE copy_no = 0");
        onlyOne(i -> duplicate("o" + i, 0).replace("'DUPLICATE'", "'ORIGINAL'"));
    }

    @Test
    public void token_belongsToOneCertificate_whenFiftyTakeIt() throws Exception {
        onlyOne(i -> copyOf("t" + i, i + 2, "SUPERSEDED", "NULL", "NULL").replace("'t" + i + "-token'", "'one-token'"));
    }

    @Test
    public void tokenAndOffice_stayTogether_whenSomebodyWritesPastTheService() {
        Certificate other = new Registered(database, "https://jg.example.cn").first(1);
        assertThat(refusal("UPDATE registration.certificate SET office_id = '" + other.officeId()
                        + "', next_office_id = '" + other.officeId() + "' WHERE id = '" + certificate.id() + "'"))
                .isIn(FOREIGN_KEY, DUPLICATE);
        assertThat(refusal(
                        "UPDATE registration.certificate SET token = 'another' WHERE id = '" + certificate.id() + "'"))
                .isEqualTo(FOREIGN_KEY);
        assertThat(refusal("UPDATE registration.certificate_copy SET token = 'another'"))
                .isEqualTo(FOREIGN_KEY);
    }

    @Test
    public void keptColumns_cannotPartFromTheState() {
        assertThat(refusal("UPDATE registration.certificate SET next_office_id = NULL"))
                .isEqualTo(CHECK);
        assertThat(refusal("UPDATE registration.certificate SET status = 'VALID', receiver = 'x',"
                        + " received_on = CURRENT_DATE, handed_over_by = 'x', next_office_id = NULL"))
                .isEqualTo(CHECK);
        assertThat(refusal("UPDATE registration.certificate SET live_office_id = office_id"))
                .isEqualTo(CHECK);
        assertThat(refusal("UPDATE registration.certificate SET status = 'VALID', next_office_id = NULL,"
                        + " live_office_id = office_id"))
                .as("without a receipt")
                .isEqualTo(CHECK);
        assertThat(refusal("UPDATE registration.certificate_copy SET kind = 'DUPLICATE' WHERE copy_no = 0"))
                .isEqualTo(CHECK);
        assertThat(refusal(
                        "UPDATE registration.certificate_copy SET returned_on = CURRENT_DATE, lost_on = CURRENT_DATE"))
                .isEqualTo(CHECK);
        assertThat(refusal(sheet("KB-1", certificate.copies().get(0).id()).replace("'clerk')", "NULL)")))
                .isEqualTo("23502");
    }

    /** Fifty statements at once: one is done, the others are refused as duplicates. */
    private void onlyOne(IntFunction<String> statement) throws Exception {
        CountDownLatch ready = new CountDownLatch(WRITERS);
        List<Callable<String>> attempts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String sql = statement.apply(i);
            attempts.add(() -> {
                try (Connection connection = database.open();
                        Statement writer = connection.createStatement()) {
                    ready.countDown();
                    if (!ready.await(60, TimeUnit.SECONDS)) {
                        return "late";
                    }
                    return writer.executeUpdate(sql) == 1 ? "done" : "nothing";
                } catch (SQLException e) {
                    return e.getSQLState();
                }
            });
        }
        List<String> ends = new ArrayList<>();
        for (Future<String> end : writers.invokeAll(attempts)) {
            ends.add(end.get());
        }
        assertThat(ends).filteredOn("done"::equals).hasSize(1);
        assertThat(ends)
                .as("refused, some of them to end a deadlock")
                .filteredOn(end -> end.equals(DUPLICATE) || end.equals(DEADLOCK))
                .hasSize(WRITERS - 1);
    }

    private String copyOf(String id, int versionNo, String status, String live, String next) {
        return "INSERT INTO registration.certificate (id, version, office_id, certificate_no, version_no, reason, status,"
                + " live_office_id, next_office_id, token, face_name, face_dispatcher, face_nature, face_level,"
                + " face_address, face_head, face_business, face_issuer, issued_on, receiver, received_on, handed_over_by,"
                + " updated_at) SELECT '" + id + "', 1, office_id, '" + id + "', " + versionNo + ", 'CHANGE', '"
                + status
                + "', " + (live.equals("NULL") ? "CAST(NULL AS VARCHAR(36))" : live)
                + ", " + (next.equals("NULL") ? "CAST(NULL AS VARCHAR(36))" : next) + ", '" + id + "-token',"
                + " face_name, face_dispatcher, face_nature, face_level, face_address, face_head, face_business,"
                + " face_issuer, issued_on, '张三', CURRENT_DATE, 'clerk', updated_at"
                + " FROM registration.certificate WHERE id = '" + certificate.id() + "'";
    }

    private String duplicate(String id, int copyNo) {
        return "INSERT INTO registration.certificate_copy (id, certificate_id, office_id, token, kind, copy_no)"
                + " SELECT '" + id + "', id, office_id, token, 'DUPLICATE', " + copyNo
                + " FROM registration.certificate WHERE id = '" + certificate.id() + "'";
    }

    private static String sheet(String formNo, String copyId) {
        return "INSERT INTO registration.certificate_sheet (form_no, copy_id, live_copy_id, printed_at, printed_by)"
                + " VALUES ('" + formNo + "', '" + copyId + "', '" + copyId + "', CURRENT_TIMESTAMP, 'clerk')";
    }

    private void write(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement writer = connection.createStatement()) {
            writer.executeUpdate(sql);
        }
    }

    private String refusal(String sql) {
        try {
            write(sql);
            return "not refused";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
