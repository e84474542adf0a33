package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;

public class RowsTest {
    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    private static Object[] notice(String id, String occasion, String day) {
        return new Object[] {
            id, "zhang.san", "OFFICE:1", "rule", "application", "app-1", null, occasion, day, "标题", "内容", null, 1L
        };
    }

    private void refused(Object[] row) {
        assertThatThrownBy(() -> database.rows().batch(NoticeTable.INSERT, List.<Object[]>of(row)))
                .as("the door tells a twin by this state")
                .satisfies(refusal -> assertThat(Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
                                .filter(SQLException.class::isInstance)
                                .map(cause -> ((SQLException) cause).getSQLState()))
                        .contains("23505"));
    }

    @Test
    public void batch_isRefusedAsDuplicate_whenTheOccasionOrTheDayIsTakenAlready() {
        database.rows().batch(NoticeTable.INSERT, List.<Object[]>of(notice("1", "a", "2026-03-05")));

        refused(notice("2", "a", "2026-03-06"));
        refused(notice("3", "b", "2026-03-05"));
        database.rows().batch(NoticeTable.INSERT, List.of(notice("4", "c", null), notice("5", "d", null)));
        assertThat(database.count("SELECT COUNT(*) FROM notices.notice")).isEqualTo(3);
    }
}
