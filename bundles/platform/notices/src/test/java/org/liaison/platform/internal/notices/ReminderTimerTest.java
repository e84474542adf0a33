package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.notice.DutySource;

public class ReminderTimerTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    private final NoticesDatabase.SettableClock clock = new NoticesDatabase.SettableClock();
    private final DueReminders reminders = mock(DueReminders.class);
    private final Turn turn = mock(Turn.class);
    private final DutySource source = (day, page) -> new Page<>(List.of(), null);
    private final ReminderTimer timer = new ReminderTimer(reminders, clock, turn, null);

    @Before
    public void one() {
        when(reminders.sources()).thenReturn(List.of(source));
        when(turn.take(any())).thenReturn(true);
    }

    @Test
    public void runsNothing_whileItIsAnotherNodesTurn_andThenComesBack() {
        when(turn.take(any())).thenReturn(false, true);
        timer.look();
        verify(reminders, never()).run(any(), any());

        timer.look();
        verify(reminders, times(1)).run(source, THURSDAY);
        verify(turn).give();
    }

    @Test
    public void runsAtStart_andThenAtFivePastMidnightInShanghai() {
        clock.set("2026-03-05T14:00:00");
        timer.look();
        timer.look();
        verify(reminders, times(1)).run(source, THURSDAY);

        clock.set("2026-03-06T00:04:59");
        timer.look();
        verify(reminders, times(1)).run(source, THURSDAY);

        clock.set("2026-03-06T00:05:00");
        timer.look();
        timer.look();
        verify(reminders, times(1)).run(source, FRIDAY);
    }

    @Test
    public void runsASourceThatCameLater_forTheSameDay() {
        DutySource late = (day, page) -> new Page<>(List.of(), null);
        timer.look();
        when(reminders.sources()).thenReturn(List.of(source, late));

        timer.look();

        verify(reminders, times(1)).run(source, THURSDAY);
        verify(reminders, times(1)).run(late, THURSDAY);
    }

    @Test
    public void runsTheOthersAndComesBackTenMinutesLater_whenASourceFails() {
        DutySource other = (day, page) -> new Page<>(List.of(), null);
        when(reminders.sources()).thenReturn(List.of(source, other));
        doThrow(new IllegalStateException("the register is being replaced"))
                .doReturn(1)
                .when(reminders)
                .run(source, THURSDAY);

        timer.look();
        clock.set("2026-03-05T10:09:59");
        timer.look();
        verify(reminders, times(1)).run(source, THURSDAY);
        clock.set("2026-03-05T10:10:00");
        timer.look();
        timer.look();

        verify(reminders, times(2)).run(source, THURSDAY);
        verify(reminders, times(1)).run(other, THURSDAY);
        assertThat(reminders.sources()).hasSize(2);
    }
}
