package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

@RunWith(Parameterized.class)
public class OperationsTest {
    private static final Caller CALLER = new Caller("li", "李", List.of(), null, Channel.REST, null);
    private static final Act ACT = new Act("office.open", "office", null, "key-1", "digest");
    private static final String TOPIC = "org/liaison/test/OPENED";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final BothDatabases.Fresh fresh;
    private final List<String> told = new ArrayList<>();
    private LocalDatabase database;
    private Sql sql;
    private Outbox outbox;
    private JtaOperations operations;

    @Parameterized.Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return BothDatabases.all();
    }

    public OperationsTest(String name, BothDatabases.Fresh fresh) {
        this.fresh = fresh;
    }

    @Before
    public void openTheDoor() throws Exception {
        database = fresh.make();
        sql = new Sql(database);
        outbox = outbox("one");
        operations = new JtaOperations(
                database,
                (caller, operation) -> {
                    if (operation.equals("forbidden")) {
                        throw new Forbidden();
                    }
                    return Scope.ALL;
                },
                Clock.fixed(Instant.parse("2026-03-05T01:00:00Z"), ClockService.ZONE),
                outbox,
                new AuditTable(folder.getRoot().toPath()));
    }

    private Outbox outbox(String node) {
        return new Outbox(sql, new Hearer(), new Leases(database, node, System::currentTimeMillis));
    }

    private String run(Act act, Function<Unit, Done<String>> work) {
        return operations.run(CALLER, act, work, (scope, id) -> "again " + id);
    }

    private static Done<String> open(Unit unit) {
        unit.numbers(Set.of("office"));
        unit.publish(TOPIC, "7", 1);
        unit.publish(TOPIC, "8", 1);
        return Done.of("opened", "7", 1, null);
    }

    private long rows(String table) {
        return sql.number("SELECT COUNT(*) FROM platform." + table);
    }

    @Test
    public void everythingOfAnAct_isThereTogether() {
        assertThat(run(ACT, OperationsTest::open)).isEqualTo("opened");
        assertThat(rows("audit")).isEqualTo(1);
        assertThat(rows("request_key")).isEqualTo(1);
        assertThat(rows("counter")).isEqualTo(1);
        assertThat(rows("outbox")).isEqualTo(2);
    }

    @Test
    public void nothingOfAnAct_isThere_whenItsWorkFails() {
        assertThatThrownBy(() -> run(ACT, unit -> {
                    open(unit);
                    throw Conflict.stale(null);
                }))
                .isInstanceOf(Conflict.class);
        assertThat(rows("request_key")).isZero();
        assertThat(rows("counter")).isZero();
        assertThat(rows("outbox")).isZero();
        assertThat(sql.query(0, row -> row.getString(1), "SELECT result FROM platform.audit"))
                .containsExactly("REFUSED");
        outbox.deliver();
        assertThat(told).isEmpty();
    }

    @Test
    public void repeat_isReadAgain_andDoesNothing() {
        run(ACT, OperationsTest::open);
        assertThat(run(ACT, unit -> {
                    throw new AssertionError("the work ran twice");
                }))
                .isEqualTo("again 7");
        assertThat(rows("audit")).isEqualTo(1);
    }

    @Test
    public void refusalOfTheGate_isAudited() {
        assertThatThrownBy(() -> run(new Act("forbidden", "office", null, null, null), OperationsTest::open))
                .isInstanceOf(Forbidden.class);
        assertThat(rows("audit")).isEqualTo(1);
        assertThat(rows("outbox")).isZero();
    }

    @Test
    public void events_areToldInOrderAndGone_afterTheCommit() {
        run(ACT, OperationsTest::open);
        assertThat(told).isEmpty();
        outbox.deliver();
        assertThat(told).containsExactly(TOPIC + " 7 1", TOPIC + " 8 1");
        assertThat(rows("outbox")).isZero();
        outbox.deliver();
        assertThat(told).hasSize(2);
    }

    @Test
    public void events_areToldByTheNextProcess_whenTheirsDied() {
        run(ACT, OperationsTest::open);
        Outbox next = outbox("two");
        next.sweep();
        assertThat(told).as("rows of a living process are left to it").isEmpty();
        next.sweep();
        assertThat(told).containsExactly(TOPIC + " 7 1", TOPIC + " 8 1");
        assertThat(rows("outbox")).isZero();
    }

    @Test
    public void sweep_isDoneByOneNode() {
        run(ACT, OperationsTest::open);
        Outbox first = outbox("two");
        Outbox second = outbox("three");
        first.sweep();
        second.sweep();
        second.sweep();
        assertThat(told).isEmpty();
        first.sweep();
        assertThat(told).hasSize(2);
    }

    private final class Hearer implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            throw new AssertionError("an event that is posted may be lost");
        }

        @Override
        public void sendEvent(Event event) {
            told.add(event.getTopic() + " " + event.getProperty("id") + " " + event.getProperty("version"));
        }
    }
}
