package org.liaison.registration.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.Test;
import org.liaison.registration.api.Form;

public class FormJsonTest {
    private static final String DRAFT =
            "{\"name\":\"甲\",\"nonProfit\":true,\"establishment\":{\"date\":\"2018-02-23\"},"
                    + "\"premises\":[{\"usableArea\":292.10}],\"head\":{\"cv\":[{\"from\":\"1991-07\"}]}}";

    @Test
    public void readKeepsDatesMonthsAndScale_whenWrittenByUs() {
        Form form = FormJson.read(FormJson.write(FormJson.read(DRAFT)));

        assertThat(form).isEqualTo(FormJson.read(DRAFT));
        assertThat(form.establishment().date()).isEqualTo(LocalDate.of(2018, 2, 23));
        assertThat(form.head().cv().get(0).from()).isEqualTo(YearMonth.of(1991, 7));
        assertThat(form.premises().get(0).usableArea()).isEqualTo(new BigDecimal("292.10"));
        assertThat(form.deputies()).isNull();
    }

    @Test
    public void writeGivesDatesAsText_whenTheFormHasSome() {
        assertThat(FormJson.write(FormJson.read(DRAFT))).contains("\"2018-02-23\"", "\"1991-07\"");
    }
}
