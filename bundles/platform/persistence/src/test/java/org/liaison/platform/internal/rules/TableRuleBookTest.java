package org.liaison.platform.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.Test;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.internal.store.LocalDatabase;

public class TableRuleBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static LocalDatabase database;
    private static TableRuleBook book;

    @BeforeClass
    public static void load() throws Exception {
        database = new LocalDatabase();
        book = new TableRuleBook(database);
    }

    @Test
    public void codesComeInTheOrderOfTheList() {
        assertThat(book.codes("host-city", DAY)).extracting(Code::label).containsExactly("济南市", "青岛市");
        assertThat(book.code("host-city", "370200", DAY)).isPresent();
        assertThat(book.code("host-city", "1", DAY)).isEmpty();
        assertThat(book.codes("no-such-list", DAY)).isEmpty();
    }

    @Test
    public void divisionsAreFound_onTheirDays() {
        assertThat(book.division("110000", DAY))
                .hasValueSatisfying(d -> assertThat(d.name()).isEqualTo("北京市"));
        assertThat(book.divisionEverAssigned("110101")).isTrue();
        assertThat(book.divisionEverAssigned("999999")).isFalse();
        assertThat(book.division(null, DAY)).isEmpty();
    }

    @Test
    public void divisionsAreFound_byCodeOrWord_higherOnesFirst() {
        assertThat(book.divisions("十堰", DAY, 3))
                .extracting(Code::code, Code::label)
                .startsWith(tuple("420300", "湖北省十堰市"))
                .hasSize(3);
        assertThat(book.divisions("东城", DAY, 20))
                .extracting(Code::label)
                .contains("北京市东城区")
                .noneMatch(name -> name.contains("市辖区"));
        assertThat(book.divisions("湖北省十堰", DAY, 1)).extracting(Code::code).containsExactly("420300");
        assertThat(book.divisions("3702", DAY, 50))
                .extracting(Code::code)
                .startsWith("370200")
                .allMatch(code -> code.startsWith("3702"));
        assertThat(book.divisions(" ", DAY, 5)).isEmpty();
        assertThat(book.divisions("月球", DAY, 5)).isEmpty();
    }

    @Test
    public void calendarKnowsTheNotices() {
        assertThat(book.calendar().workday(LocalDate.of(2024, 2, 4))).isTrue();
        assertThat(book.calendar().workday(LocalDate.of(2024, 1, 1))).isFalse();
    }

    @Test
    public void settingsHaveNoSilentDefault() {
        assertThat(book.number("decision.workingdays", DAY)).isEqualTo(20);
        assertThat(book.flag("deadline.roll_forward", DAY)).isTrue();
        assertThatThrownBy(() -> book.setting("no.such", DAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void nothingIsLoadedAgain_whenTheTablesAreUpToDate() {
        assertThat(book.calendar().years()).isNotEmpty();
        assertThat(new RuleTables(database).load()).isZero();
    }

    @Test
    public void dataSetIsLoadedAgain_whenItsDigestIsAnother() throws Exception {
        LocalDatabase other = new LocalDatabase();
        RuleTables tables = new RuleTables(other);
        assertThat(tables.load()).isEqualTo(Dataset.values().length);
        other.execute("UPDATE platform.rule_dataset SET digest = 'of an earlier version' WHERE name = 'DIVISIONS'");
        assertThat(tables.load()).isEqualTo(1);
        assertThat(tables.read(Dataset.DIVISIONS))
                .hasSize(Dataset.DIVISIONS.rows().size());
    }

    /** Each has its own connections, as nodes have. */
    @Test
    public void nodesThatStartAtOnce_loadEachDataSetOnce() throws Exception {
        LocalDatabase other = new LocalDatabase();
        int nodes = 4;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Integer>> starts = Collections.nCopies(nodes, () -> {
                start.await(30, TimeUnit.SECONDS);
                RuleTables tables = new RuleTables(other);
                int loaded = tables.load();
                assertThat(tables.read(Dataset.DIVISIONS))
                        .hasSize(Dataset.DIVISIONS.rows().size());
                return loaded;
            });
            int loaded = 0;
            for (Future<Integer> each : threads.invokeAll(starts)) {
                loaded += each.get();
            }
            assertThat(loaded).isEqualTo(Dataset.values().length);
        } finally {
            threads.shutdownNow();
        }
    }
}
