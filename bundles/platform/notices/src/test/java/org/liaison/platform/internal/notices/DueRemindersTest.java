package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.DutySource;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.platform.api.notice.Reminders.Preview;

public class DueRemindersTest {
    private static final List<Recipient> OFFICE =
            List.of(Recipient.office(Role.FIL, People.OFFICE), Recipient.office(Role.HED, People.OFFICE));

    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    private final People people = new People();
    private final Callers callers = mock(Callers.class);
    private final List<Duty> duties = new ArrayList<>();
    private final DutySource source = (day, page) -> {
        int from = page.after() == null ? 0 : Integer.parseInt(page.after());
        int to = Math.min(duties.size(), from + page.limit());
        return new Page<>(duties.subList(from, to), to < duties.size() ? String.valueOf(to) : null);
    };
    private DueReminders reminders;

    @Before
    public void open() {
        Binding system = new Binding(Role.SYS, Scope.ALL, null);
        when(callers.system(anyString()))
                .thenReturn(new Caller("system", "系统", List.of(system), system, Channel.SYSTEM, "reminders"));
        reminders = new DueReminders(
                database,
                callers,
                new NoticeWriter(
                        database.rows(), people, people, new Channels(MailServer.settings("", 25, "NONE", ""))),
                people,
                database.clock);
    }

    private static Duty duty(String id, String dueOn, String... days) {
        return new Duty(
                "application",
                id,
                People.OFFICE,
                LocalDate.parse(dueOn),
                List.of(days).stream()
                        .map(day -> new Reminder(
                                "test.reminder", dueOn + "/" + day, LocalDate.parse(day), OFFICE, Map.of("left", "5")))
                        .toList());
    }

    private int run(String day) {
        database.clock.set(day + "T00:05:00");
        return reminders.run(source, LocalDate.parse(day));
    }

    @Test
    public void nothingIsSent_beforeItsDay() {
        duties.add(duty("app-1", "2026-03-19", "2026-03-12", "2026-03-18"));

        assertThat(run("2026-03-11")).isZero();
        assertThat(database.acts).as("no record of nothing").isEmpty();
    }

    @Test
    public void eachReminder_isSentOnceAPerson_howeverOftenTheJobRuns() {
        duties.add(duty("app-1", "2026-03-19", "2026-03-12", "2026-03-18"));

        assertThat(run("2026-03-12")).isEqualTo(2);
        assertThat(run("2026-03-12")).isZero();
        assertThat(run("2026-03-13")).isZero();
        assertThat(run("2026-03-18")).isEqualTo(2);
        assertThat(run("2026-03-20")).isZero();
        assertThat(database.count("SELECT COUNT(*) FROM notices.notice")).isEqualTo(4);
        assertThat(database.acts).extracting(act -> act.operation()).containsOnly("platform.reminder.write");
    }

    @Test
    public void onlyTheLastOneIsSent_whenThePlatformWasAway() {
        duties.add(duty("app-1", "2026-03-19", "2026-03-12", "2026-03-18"));

        assertThat(run("2026-03-19")).isEqualTo(2);
        assertThat(run("2026-03-12")).as("the clock was set back").isEqualTo(2);
        assertThat(run("2026-03-19")).isZero();
    }

    @Test
    public void restDaysAreLeftOut_andTheNextWorkingDaySends() {
        // Saturday, Sunday and Monday of Qingming
        duties.add(duty("app-1", "2026-04-30", "2026-04-04"));

        assertThat(run("2026-04-04")).isZero();
        assertThat(run("2026-04-05")).isZero();
        assertThat(run("2026-04-06")).isZero();
        assertThat(run("2026-04-07")).isEqualTo(2);
    }

    @Test
    public void makeUpWorkingDaysAreWorkingDays_thoughTheyAreSaturdays() {
        duties.add(duty("app-1", "2026-03-19", "2026-02-14"));

        assertThat(run("2026-02-14")).isEqualTo(2);
    }

    @Test
    public void restDaySends_whenTheDeadlineFallsOnIt() {
        duties.add(duty("app-1", "2026-03-08", "2026-03-07", "2026-03-08"));

        assertThat(run("2026-03-07")).isZero();
        assertThat(run("2026-03-08")).isEqualTo(2);
    }

    @Test
    public void weekendsAreRestDays_whenTheYearHasNoCalendarYet() {
        people.forgetCalendar();
        duties.add(duty("app-1", "2027-03-19", "2027-01-02"));

        assertThat(run("2027-01-02")).as("Saturday").isZero();
        assertThat(run("2027-01-04")).as("Monday").isEqualTo(2);
    }

    @Test
    public void oneSubjectIsRemindedOfOnceADay_whenItHasSeveralDuties() {
        duties.add(duty("app-1", "2026-03-19", "2026-03-12"));
        duties.add(duty("app-1", "2026-03-20", "2026-03-12"));
        duties.add(duty("app-2", "2026-03-19", "2026-03-12"));

        assertThat(run("2026-03-12")).isEqualTo(4);
    }

    @Test
    public void everyDutyIsSeen_whenThereAreManyPages() {
        for (int i = 0; i < 250; i++) {
            duties.add(duty("app-" + i, "2026-03-19", "2026-03-12"));
        }

        assertThat(run("2026-03-12")).isEqualTo(500);
        assertThat(database.acts).as("one transaction a page").hasSize(3);
    }

    @Test
    public void onePersonIsTold_whoCameToTheOfficeAfterTheOthersWereTold() {
        duties.add(duty("app-1", "2026-03-19", "2026-03-12"));
        run("2026-03-12");
        people.bind("sun.qi", Role.FIL, Scope.office(People.OFFICE));

        assertThat(run("2026-03-13")).isEqualTo(1);
    }

    @Test
    public void eachIsToldOnce_whenTwoNodesRunAtTheSameTime() throws Exception {
        for (int i = 0; i < 40; i++) {
            duties.add(duty("app-" + i, "2026-03-19", "2026-03-12"));
        }
        database.clock.set("2026-03-12T00:05:00");
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Integer>> written = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            written.add(nodes.submit(() -> {
                start.await();
                return reminders.run(source, LocalDate.of(2026, 3, 12));
            }));
        }
        start.countDown();
        int sum = 0;
        for (Future<Integer> node : written) {
            sum += node.get(1, TimeUnit.MINUTES);
        }
        nodes.shutdown();

        assertThat(sum).isEqualTo(80);
        assertThat(database.count("SELECT COUNT(*) FROM notices.notice")).isEqualTo(80);
    }

    @Test
    public void preview_saysWhatTheJobWouldWrite_andWritesNothing() {
        reminders.add(source);
        duties.add(duty("app-1", "2026-03-19", "2026-03-12"));
        database.clock.set("2026-03-12T09:00:00");

        Preview preview = reminders.preview(people.caller("li.na"));

        assertThat(preview.day()).isEqualTo("2026-03-12");
        assertThat(preview.workday()).isTrue();
        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.planned()).singleElement().satisfies(planned -> {
            assertThat(planned.subjectId()).isEqualTo("app-1");
            assertThat(planned.people()).isEqualTo(2);
        });
        assertThat(database.count("SELECT COUNT(*) FROM notices.notice")).isZero();
        assertThat(reminders.run(people.caller("li.na"))).isEqualTo(2);
        assertThat(reminders.preview(people.caller("li.na")).planned()).isEmpty();
    }
}
