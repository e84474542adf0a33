package org.liaison.registration.internal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationRow;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.OpenOffice;
import org.liaison.registration.api.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One office with its filing (演示申请), led by its head and the three accounts of the Bureau to its stage. It goes on from
 * wherever the filing is, and lets it be once it has been at its stage or somebody has led it elsewhere.
 */
final class DemonstrationFiling implements Seed {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationFiling.class);
    private static final String CLERK = "clk";
    private static final String REVIEWER = "rev";
    private static final String LEADER = "ldr";
    private static final String INSPECTOR = "ins";
    /** Days until a correction is due, so that the lights of several colours are seen; null = the default. */
    private static final Integer[] CORRECTION_DAYS = {1, 5, null};

    private final int number;
    private final Stage stage;
    private final Offices offices;
    private final Applications applications;
    private final DemonstrationCertificates certificates;
    private final DemonstrationAccounts accounts;
    private final Clock clock;

    /** @param number of the sample, from 0; the first one is that of the demonstration office */
    DemonstrationFiling(
            int number,
            Offices offices,
            Applications applications,
            DemonstrationCertificates certificates,
            DemonstrationAccounts accounts,
            Clock clock) {
        this.number = number;
        this.stage = Stage.OF_SAMPLES.get(number);
        this.offices = offices;
        this.applications = applications;
        this.certificates = certificates;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void sow() {
        DemonstrationSample sample = DemonstrationSample.read(number, LocalDate.now(clock.withZone(Deadlines.ZONE)));
        Caller head = head(sample);
        try {
            List<ApplicationRow> there = applications
                    .list(head, ApplicationFilter.ALL, new PageRequest(2, null))
                    .items();
            if (there.size() > 1) {
                // the office has gone on by itself
                return;
            }
            Application filing = there.isEmpty()
                    ? applications.create(
                            head, NewApplication.of(head.acting().scope().id()), null)
                    : applications.get(head, there.get(0).id());
            while (!stage.reached(filing)) {
                Application next = next(filing, head, sample);
                if (next.version() == filing.version()) {
                    return;
                }
                filing = next;
            }
            certificates.lead(head.acting().scope().id(), number, stage, sample.form());
        } catch (Conflict busy) {
            LOG.info("demonstration filing {} is somebody's now: {}", number, busy.code());
        }
    }

    private Caller head(DemonstrationSample sample) {
        String account = number == 0 ? DemonstrationOffice.HEAD : "hed-%02d".formatted(number);
        if (!accounts.isThere(account)) {
            offices.open(
                    accounts.as(CLERK),
                    new OpenOffice(
                            sample.form().name(),
                            sample.form().hostCity(),
                            sample.form().dispatcher(),
                            sample.form().letter().no(),
                            sample.form().letter().date(),
                            account,
                            DemonstrationSample.MARK + sample.form().head().name()),
                    null);
        }
        return accounts.as(account);
    }

    /** @return the same filing when there is nothing more to be done */
    private Application next(Application a, Caller head, DemonstrationSample sample) {
        return switch (a.state()) {
            case DRAFT -> drafted(a, head, sample);
            case SUBMITTED -> intake(a, head);
            case ACCEPTED -> fire(CLERK, claimed(CLERK, a), ApplicationEvent.SEND_TO_REVIEW, "材料齐全，内容一致，拟同意备案");
            case REVIEWING -> review(claimed(REVIEWER, a));
            case PENDING_APPROVAL -> stage == Stage.DENIED
                    ? fire(LEADER, claimed(LEADER, a), ApplicationEvent.DENY, "派出单位来函说明设立事项尚未批准，不予备案")
                    : fire(LEADER, claimed(LEADER, a), ApplicationEvent.APPROVE, "准予备案");
            default -> a;
        };
    }

    private Application drafted(Application draft, Caller head, DemonstrationSample sample) {
        Application a = draft;
        // what the opening knows already is in a new draft
        if (a.form().letter() == null) {
            a = applications.putForm(head, a.id(), a.version(), sample.form(), null);
        }
        for (DemonstrationSample.Material material : sample.materials()) {
            a = material(a, head, material);
        }
        return stage == Stage.DRAFT
                ? a
                : applications.fire(head, a.id(), a.version(), Step.of(ApplicationEvent.SUBMIT, null), null);
    }

    private Application material(Application draft, Caller head, DemonstrationSample.Material wanted) {
        Application a = draft;
        Application.Material there = a.materials().stream()
                .filter(material -> material.code().equals(wanted.code()))
                .findFirst()
                .orElse(new Application.Material(wanted.code(), null, null, List.of()));
        if (wanted.documentNo() != null && there.documentNo() == null) {
            a = applications.putMaterial(
                    head, a.id(), a.version(), wanted.code(), wanted.documentNo(), wanted.documentDate(), null);
        }
        for (String file :
                wanted.files().subList(there.files().size(), wanted.files().size())) {
            try (InputStream content = DemonstrationSample.open(file)) {
                a = applications.addFile(head, a.id(), a.version(), wanted.code(), file, content, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return a;
    }

    private Application intake(Application a, Caller head) {
        if (stage == Stage.WITHDRAWN) {
            return applications.fire(
                    head, a.id(), a.version(), Step.of(ApplicationEvent.WITHDRAW, "派出单位调整设置方案，申请撤回"), null);
        }
        if (stage == Stage.NOT_ACCEPTED && a.review().proposal() != null) {
            return fire(REVIEWER, a, ApplicationEvent.CONFIRM, null);
        }
        Application held = claimed(CLERK, a);
        if (stage == Stage.NOT_ACCEPTED) {
            return fire(CLERK, held, ApplicationEvent.REFUSE_INTAKE, "不属于驻省会城市办事机构备案登记范围");
        }
        if (stage == Stage.RETURNED) {
            return fire(CLERK, held, defects());
        }
        Application ticked =
                held.review().ticks().isEmpty() ? fire(CLERK, held, Step.tick(List.of(LetterContent.values()))) : held;
        List<Step.Answer> answers = ticked.review().warnings().stream()
                .filter(warning -> warning.answer() == null)
                .map(warning -> new Step.Answer(warning.no(), "已与派出单位核实"))
                .toList();
        Application answered =
                answers.isEmpty() ? ticked : fire(CLERK, ticked, Step.answer(ApplicationEvent.ANSWER, answers));
        return fire(CLERK, answered, ApplicationEvent.ACCEPT, "材料齐全，符合要求");
    }

    private Step defects() {
        Integer days = CORRECTION_DAYS[number % CORRECTION_DAYS.length];
        LocalDate due = days == null
                ? null
                : LocalDate.now(clock.withZone(Deadlines.ZONE)).plusDays(days);
        return Step.giveBack(
                due,
                List.of(
                        new Step.Defect("materials.M5", "申请表未加盖派出单位印章，请盖章后重新上传", "三（二）5"),
                        new Step.Defect("materials.M2", "用房证明缺租赁合同的签字页，请补齐", "三（二）2")));
    }

    private Application review(Application a) {
        return stage == Stage.ONSITE
                ? fire(REVIEWER, a, Step.askOnSite("办公用房面积与证明不一致，请现场核实", List.of(CLERK, INSPECTOR)))
                : fire(REVIEWER, a, ApplicationEvent.AGREE, "同意，报批");
    }

    private Application claimed(String account, Application a) {
        return account.equals(a.claimedBy()) ? a : fire(account, a, ApplicationEvent.CLAIM, null);
    }

    private Application fire(String account, Application a, ApplicationEvent event, String text) {
        return fire(account, a, Step.of(event, text));
    }

    private Application fire(String account, Application a, Step step) {
        return applications.fire(accounts.as(account), a.id(), a.version(), step, null);
    }
}
