package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.rules.ExternalResource;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Notices;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.Review.Warning;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.store.RegistrationDatabase;

/** Everything one application needs on its way, and the people who take it there. */
final class FilingRoom implements TestRule {
    final RegistrationDatabase database = new RegistrationDatabase();
    final OpenDoor door = new OpenDoor();
    final Accounts accounts = mock(Accounts.class);
    final KeptAttachments attachments = new KeptAttachments();
    final PlainIdentityNumbers numbers = spy(new PlainIdentityNumbers());
    final AuditTrail audit = mock(AuditTrail.class);
    final Notices notices = mock(Notices.class);
    final Caller clerk = bureau("clerk", Role.CLK);
    final Caller other = bureau("other", Role.CLK);
    final Caller reviewer = bureau("reviewer", Role.REV);
    final Caller leader = bureau("leader", Role.LDR);
    JpaApplications applications;
    JpaOffices offices;

    @Override
    public Statement apply(Statement base, Description description) {
        ExternalResource made = new ExternalResource() {
            @Override
            protected void before() {
                applications = new JpaApplications(
                        door,
                        accounts,
                        attachments,
                        numbers,
                        audit,
                        new CsvRuleBook(),
                        notices,
                        door.clock(),
                        database,
                        null);
                offices = new JpaOffices(door, accounts, new CsvRuleBook(), database, null);
                lenient().when(accounts.find(anyString())).thenReturn(Optional.empty());
            }
        };
        return database.apply(made.apply(base, description), description);
    }

    Caller bureau(String account, Role role) {
        return Samples.caller(account, role, Scope.ALL);
    }

    /** Makes an account known. */
    void known(String account, Role role, Scope scope) {
        Binding binding = new Binding(role, scope, null);
        lenient()
                .when(accounts.find(account))
                .thenReturn(Optional.of(new Account(account, "某人", "ACTIVE", false, List.of(binding))));
    }

    Office open(Form form) {
        return offices.open(clerk, Samples.opening(form), null).office();
    }

    Caller head(String officeId) {
        return Samples.caller("head.one", Role.HED, Scope.office(officeId));
    }

    Caller filer(String officeId) {
        return Samples.caller("filer", Role.FIL, Scope.office(officeId));
    }

    /** A draft with a sample's form and a file for every material: submission would take it. */
    Application draft(int sample) {
        Form form = Samples.forms().get(sample);
        Caller head = head(open(form).id());
        Application draft = applications.create(
                head, NewApplication.of(head.acting().scope().id()), null);
        Application put = applications.putForm(head, draft.id(), draft.version(), form, null);
        for (String code : List.of("M1", "M2", "M3a", "M3b", "M3c", "M4", "M5")) {
            put = file(head, put, code);
        }
        return put;
    }

    Application file(Caller caller, Application to, String code) {
        return applications.addFile(
                caller, to.id(), to.version(), code, code + ".pdf", new ByteArrayInputStream(new byte[1]), null);
    }

    Application submitted(int sample) {
        Application draft = draft(sample);
        return fire(head(draft.officeId()), draft, Step.of(ApplicationEvent.SUBMIT, null));
    }

    /** Claimed by the clerk, letter compared, warnings answered: ready to be accepted. */
    Application compared(int sample) {
        Application a = claim(clerk, submitted(sample));
        a = fire(clerk, a, Step.tick(List.of(LetterContent.values())));
        List<Step.Answer> answers = new ArrayList<>();
        for (Warning warning : a.review().warnings()) {
            answers.add(new Step.Answer(warning.no(), "已核实"));
        }
        return answers.isEmpty() ? a : fire(clerk, a, Step.answer(ApplicationEvent.ANSWER, answers));
    }

    Application accepted(int sample) {
        return fire(clerk, compared(sample), Step.of(ApplicationEvent.ACCEPT, null));
    }

    /** With the reviewer, who holds it. */
    Application reviewing(int sample) {
        return claim(reviewer, fire(clerk, accepted(sample), Step.of(ApplicationEvent.SEND_TO_REVIEW, "材料齐全")));
    }

    /** With the leader, who holds it. */
    Application pending(int sample) {
        return claim(leader, fire(reviewer, reviewing(sample), Step.of(ApplicationEvent.AGREE, "同意")));
    }

    Application claim(Caller caller, Application a) {
        return fire(caller, a, Step.of(ApplicationEvent.CLAIM, null));
    }

    Application fire(Caller caller, Application a, Step step) {
        return applications.fire(caller, a.id(), a.version(), step, null);
    }

    Application fire(Caller caller, Application a, ApplicationEvent event, String text) {
        return fire(caller, a, Step.of(event, text));
    }

    void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LiaisonException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
