package org.liaison.platform.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;

public class RuleLabelsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final RuleBook book = mock(RuleBook.class);
    // 17:30 of the day before in Greenwich is today in Shanghai
    private final RuleLabels labels =
            new RuleLabels(book, Clock.fixed(Instant.parse("2026-03-02T17:30:00Z"), Deadlines.ZONE));

    @Test
    public void labelIsThatOfToday_whenTheCodeIsInTheList() {
        when(book.code("host-city", "370100", TODAY)).thenReturn(Optional.of(new Code("host-city", "370100", "济南市")));

        assertThat(labels.label("host-city", "370100")).isEqualTo("济南市");
        assertThat(labels.label("host-city", "999999")).isNull();
    }

    @Test
    public void divisionsAreAListOfTheirOwn_whenTheirNameIsAsked() {
        when(book.division("370203", TODAY))
                .thenReturn(Optional.of(new Division("370203", "市北区", 3, "370200", null, null)));

        assertThat(labels.label(CodeOf.DIVISION, "370203")).isEqualTo("市北区");
        assertThat(labels.label(CodeOf.DIVISION, "370299")).isNull();
    }
}
