package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.liaison.itests.ledger.Ledger;
import org.liaison.itests.neighbour.Note;
import org.liaison.itests.neighbour.Notes;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.util.Filter;

/** One act writes two persistence units of two bundles in one transaction of the container. Runs inside the container. */
@RunWith(PaxExam.class)
public class TwoUnitsIT {
    private static final Caller CLERK = caller(Role.CLK);

    @Inject
    private Notes notes;

    @Inject
    private Ledger ledger;

    @Inject
    @Filter("(osgi.jndi.service.name=liaison)")
    private DataSource source;

    @Test
    public void act_writesBothUnitsAndOneRecord() throws Exception {
        Note note = notes.write(CLERK, office(), "written", null);

        assertThat(notes.get(CLERK, note.id())).isEqualTo(note);
        assertThat(ledger.lines(note.id())).isEqualTo(1);
        assertThat(count("platform.audit WHERE result = 'OK' AND subject_id = ?", note.id()))
                .isEqualTo(1);
    }

    @Test
    public void act_writesNeitherUnit_whenItFailsAfterBoth() throws Exception {
        long lines = count("ledger.entry WHERE id <> ?", "");
        String text = Notes.BROKEN + UUID.randomUUID();

        assertThatThrownBy(() -> notes.write(CLERK, office(), text, null)).isInstanceOf(IllegalStateException.class);

        assertThat(count("neighbour.note WHERE text = ?", text)).isZero();
        assertThat(count("ledger.entry WHERE id <> ?", "")).isEqualTo(lines);
    }

    @Test
    public void refusedAct_leavesNothingButItsRecord() throws Exception {
        long lines = count("ledger.entry WHERE id <> ?", "");
        long refusals = count("platform.audit WHERE result = 'REFUSED' AND operation = ?", "neighbour.note.write");
        long records = count("platform.audit WHERE operation = ?", "neighbour.note.write");
        String text = Notes.REFUSED + UUID.randomUUID();

        assertThatThrownBy(() -> notes.write(CLERK, office(), text, text)).isInstanceOf(Conflict.class);

        assertThat(count("neighbour.note WHERE text = ?", text)).isZero();
        assertThat(count("ledger.entry WHERE id <> ?", "")).isEqualTo(lines);
        assertThat(count("platform.request_key WHERE req_key = ?", text)).isZero();
        assertThat(count("platform.audit WHERE result = 'REFUSED' AND operation = ?", "neighbour.note.write"))
                .isEqualTo(refusals + 1);
        assertThat(count("platform.audit WHERE operation = ?", "neighbour.note.write"))
                .isEqualTo(records + 1);
    }

    @Test
    public void act_isRefused_whenTheRoleIsNotInTheTableOfTheContext() throws Exception {
        String text = "of a leader " + UUID.randomUUID();
        assertThatThrownBy(() -> notes.write(caller(Role.LDR), office(), text, null))
                .isInstanceOf(Forbidden.class);
        assertThat(count("neighbour.note WHERE text = ?", text)).isZero();
    }

    @Test
    public void repeatedKey_givesTheFirstResult_andWritesNothingMore() throws Exception {
        String key = UUID.randomUUID().toString();
        String office = office();
        Note first = notes.write(CLERK, office, "once " + key, key);
        Note again = notes.write(CLERK, office, "once " + key, key);

        assertThat(again).isEqualTo(first);
        assertThat(count("neighbour.note WHERE text = ?", "once " + key)).isEqualTo(1);
        assertThat(ledger.lines(first.id())).isEqualTo(1);
        assertThatThrownBy(() -> notes.write(CLERK, office, "other " + key, key))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("KEY_REUSED"));
        assertThat(count("neighbour.note WHERE text = ?", "other " + key)).isZero();
    }

    @Test
    public void forcedVersion_movesTheRootOfAnActThatWritesTheOtherUnitOnly() {
        Note note = notes.write(CLERK, office(), "root", null);
        Note moved = notes.enterAgain(CLERK, note.id(), note.version());

        assertThat(moved.version()).isEqualTo(note.version() + 1);
        assertThat(notes.get(CLERK, note.id())).isEqualTo(moved);
        assertThat(ledger.lines(note.id())).isEqualTo(2);
        assertThatThrownBy(() -> notes.enterAgain(CLERK, note.id(), note.version()))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("STALE"));
        assertThat(ledger.lines(note.id())).isEqualTo(2);
    }

    private static Caller caller(Role role) {
        Binding binding = new Binding(role, Scope.ALL, null);
        return new Caller("clk", "演示经办人", List.of(binding), binding, Channel.CONSOLE, "itests");
    }

    private static String office() {
        return UUID.randomUUID().toString();
    }

    private long count(String rows, String value) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM " + rows)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
