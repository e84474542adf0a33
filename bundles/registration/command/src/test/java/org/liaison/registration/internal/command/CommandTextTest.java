package org.liaison.registration.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unavailable;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Light.Colour;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Review.Defect;
import org.liaison.registration.api.Review.Notice;

public class CommandTextTest {
    private static final Caller CLERK = Caller.anonymous(Channel.CONSOLE, "test");
    private static final Instant AT = Instant.parse("2026-03-02T17:30:00Z");
    private static final Light LIGHT =
            new Light(Light.Kind.DECISION, LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 9), true, Colour.OVERDUE);

    private final Applications applications = mock(Applications.class);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    public void overdueNamesClockDayAndHolder_inEightyColumns() {
        ApplicationRow row = new ApplicationRow(
                "1024",
                3,
                "SQ-20260202-0001",
                "7",
                "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府驻济南办事处",
                "克孜勒苏柯尔克孜自治州人民政府",
                "370100",
                ApplicationState.REVIEWING,
                null,
                AT,
                AT,
                LIGHT,
                null);
        when(applications.list(
                        eq(CLERK),
                        eq(new ApplicationFilter(null, null, null, Lit.from(Colour.RED), null, null)),
                        any()))
                .thenReturn(new Page<>(List.of(row), "c9"));
        OverdueCommand command = prepared(new OverdueCommand());
        command.applications = applications;

        command.run(CLERK, out());

        List<String> lines = lines();
        assertThat(lines.get(0)).contains("环节").contains("亮灯").contains("期限");
        assertThat(lines.get(1)).startsWith("1024 | SQ-20260202-0001 | ").contains("办理", "超期", "2026-03-09");
        assertThat(String.join("", lines)).contains("暂定").contains("无人");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("还有更多，续页：--after c9");
        assertThat(lines).allMatch(line -> cells(line) <= 80);
    }

    @Test
    public void overdueAsksForWhatIsLateOnly_andSaysSoWhenThereIsNothing() {
        when(applications.list(
                        CLERK,
                        new ApplicationFilter(null, null, null, Lit.from(Colour.OVERDUE), null, null),
                        new PageRequest(50, null)))
                .thenReturn(new Page<>(List.of(), null));
        OverdueCommand command = prepared(new OverdueCommand());
        command.applications = applications;
        command.late = true;

        command.run(CLERK, out());

        assertThat(lines()).containsExactly("没有超期事项");
    }

    @Test
    public void showTellsClockDefectsAndEveryStep_inEightyColumns() {
        Opinion submitted =
                new Opinion(ApplicationEvent.SUBMIT, "hed", "高建", AT, null, Role.HED, ApplicationState.SUBMITTED);
        Opinion returned =
                new Opinion(ApplicationEvent.RETURN, "clk", "王芳", AT, "材料不齐", Role.CLK, ApplicationState.RETURNED);
        Defect defect = new Defect(1, "letter.establishmentLevel", "公函未写明建制级别，请补正后重新上传公函扫描件", "三（二）1", null);
        Review review = new Review(
                1,
                List.of(),
                List.of(),
                List.of(new Notice(1, "clk", AT, LocalDate.of(2026, 3, 23), List.of(defect))),
                List.of(),
                null);
        when(applications.get(CLERK, "1024")).thenReturn(application(review, List.of(submitted, returned)));
        ShowCommand command = prepared(new ShowCommand());
        command.applications = applications;
        command.id = "1024";

        command.run(CLERK, out());

        List<String> lines = lines();
        assertThat(lines)
                .contains("时限     | 办理：超期，自2026-02-02起算，期限至2026-03-09（暂定）")
                .contains("首次提交 | 2026-03-03 01:30")
                .contains("2026-03-03 01:30 | 高建（负责人） | 提交     | 已提交     |")
                .contains("2026-03-03 01:30 | 王芳（经办人） | 退回补正 | 退回补正   | 材料不齐")
                .anyMatch(line -> line.startsWith("1-1  | 2026-03-23 | letter.establishmentLevel"));
        assertThat(lines).allMatch(line -> cells(line) <= 80);
    }

    @Test
    public void saysThatItIsAway_whenTheServiceIs() {
        assertThatThrownBy(() -> prepared(new OverdueCommand()).run(CLERK, out()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    public void saysWhichCodesThereAre_whenCodeIsUnknown() {
        assertThatThrownBy(() -> Words.code(OfficeStatus.class, "--status", "x"))
                .isInstanceOf(Invalid.class)
                .hasMessage("--status应为其中之一：UNREGISTERED、REGISTERED");
    }

    private static <C extends RegistrationAction> C prepared(C command) {
        command.session = mock(Session.class);
        return command;
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static int cells(String line) {
        return line.codePoints().map(c -> c > 0x1100 ? 2 : 1).sum();
    }

    private static Application application(Review review, List<Opinion> opinions) {
        return new Application(
                "1024",
                3,
                "SQ-20260202-0001",
                "7",
                "ONLINE",
                ApplicationState.RETURNED,
                List.of(),
                AT,
                null,
                "clk",
                null,
                List.of(),
                review,
                opinions,
                null,
                null,
                null,
                null,
                null,
                LIGHT,
                null);
    }
}
