package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.Certificate.Copy;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.CopyKind;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.service.OpenDoor;
import org.liaison.registration.internal.service.Samples;
import org.liaison.registration.internal.store.RegistrationDatabase;

public class JpaCertificatesTest {
    private static final Caller CLERK = Registered.CLERK;
    private static final Caller PUBLIC = Caller.anonymous(Channel.REST, "203.0.113.9");

    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private Registered registered;
    private JpaCertificates certificates;
    private Certificate made;

    @Before
    public void registerOffice() {
        registered = new Registered(database, "https://jg.example.cn");
        certificates = registered.certificates;
        made = registered.first(0);
    }

    @Test
    public void firstCertificate_waitsForThePress_withItsFaceFrozen() {
        assertThat(made.state()).isEqualTo(CertificateState.TO_PRINT);
        assertThat(made.versionNo()).isEqualTo(1);
        assertThat(made.reason()).isEqualTo("INITIAL");
        assertThat(made.nature()).isEqualTo("行政机关派出机构");
        assertThat(made.establishmentLevel()).isEqualTo("副县处级");
        assertThat(made.address()).isEqualTo("青岛市市北区山东路105号");
        assertThat(made.issuer()).isEqualTo("山东省机关事务管理局");
        assertThat(made.issueDate()).isEqualTo(OpenDoor.TODAY);
        assertThat(made.copies()).extracting(Copy::kind).containsExactly(CopyKind.ORIGINAL, CopyKind.DUPLICATE);
        assertThat(made.checkAddress()).isNull();
        assertThat(registered.token(made)).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.events()).contains(CertificateEvent.PRINT, CertificateEvent.CLAIM);
    }

    @Test
    public void certificate_comesIntoForce_whenPrintedAndHandedOver() {
        Certificate printed = registered.print(made);
        assertThat(printed.state()).isEqualTo(CertificateState.PRINTED);
        assertThat(printed.claimedBy()).isNull();
        assertThat(printed.checkAddress()).isEqualTo("https://jg.example.cn/verify/" + registered.token(made));
        assertThat(printed.copies()).allSatisfy(copy -> {
            assertThat(copy.blankFormNo()).startsWith("KB-");
            assertThat(copy.printLog()).hasSize(1);
            assertThat(copy.printLog().get(0).printedBy()).isEqualTo("clerk");
        });

        Certificate valid = handOver(printed);
        assertThat(valid.state()).isEqualTo(CertificateState.VALID);
        assertThat(valid.receipt()).isEqualTo(new Certificate.Receipt("张三", OpenDoor.TODAY, "clerk"));
        assertThat(certificates.get(CLERK, valid.id())).isEqualTo(valid);
        assertThat(registered.door.published).contains("org/liaison/registration/CERTIFICATE_CHANGED");
    }

    @Test
    public void printing_isRefused_whenThePlatformHasNoPublicAddress() {
        Registered without = new Registered(database, "");
        Certificate claimed = without.certificates.claim(CLERK, made.id(), made.version(), null);
        conflict(
                "PUBLIC_URL_MISSING",
                () -> without.certificates.print(CLERK, claimed.id(), claimed.version(), without.forms(claimed), null));
        assertThat(certificates.get(CLERK, made.id()).state()).isEqualTo(CertificateState.TO_PRINT);
    }

    @Test
    public void printing_isRefused_whenNobodyOrAnotherHoldsIt() {
        List<BlankForm> forms = registered.forms(made);
        conflict("NOT_CLAIMED", () -> certificates.print(CLERK, made.id(), made.version(), forms, null));
        Caller other = Samples.caller("other", Role.CLK, Scope.ALL);
        Certificate held = certificates.claim(other, made.id(), made.version(), null);
        conflict("NOT_CLAIMED", () -> certificates.print(CLERK, held.id(), held.version(), forms, null));
        when(registered.accounts.find("other"))
                .thenReturn(Optional.of(new Account("other", "某人", "ACTIVE", false, other.bindings())));
        conflict("CLAIMED", () -> certificates.claim(CLERK, held.id(), held.version(), null));
        Certificate free = certificates.release(other, held.id(), held.version(), null);
        assertThat(certificates.claim(CLERK, free.id(), free.version(), null).claimedBy())
                .isEqualTo("clerk");
    }

    @Test
    public void claim_goesToAColleague_ofTheSameRoleOnly() {
        when(registered.accounts.find("other"))
                .thenReturn(Optional.of(
                        new Account("other", "某人", "ACTIVE", false, List.of(new Binding(Role.CLK, Scope.ALL, null)))));
        Certificate held = certificates.claim(CLERK, made.id(), made.version(), null);
        invalid("account", () -> certificates.reassign(CLERK, held.id(), held.version(), "nobody", null));
        assertThat(certificates
                        .reassign(CLERK, held.id(), held.version(), "other", null)
                        .claimedBy())
                .isEqualTo("other");
    }

    @Test
    public void claimOfSomebodyWhoLostTheRole_staysHis_untilAColleagueTakesIt() {
        Caller other = Samples.caller("other", Role.CLK, Scope.ALL);
        Certificate held = certificates.claim(other, made.id(), made.version(), null);
        when(registered.accounts.find("other"))
                .thenReturn(Optional.of(
                        new Account("other", "某人", "ACTIVE", false, List.of(new Binding(Role.PSU, Scope.ALL, null)))));
        assertThat(certificates.get(CLERK, held.id()).claimedBy()).isEqualTo("other");
        assertThat(certificates.claim(CLERK, held.id(), held.version(), null).claimedBy())
                .isEqualTo("clerk");
    }

    @Test
    public void blankForm_isUsedOnce_whateverTheCertificate() {
        Certificate printed = registered.print(made);
        String used = printed.copies().get(0).blankFormNo();
        Certificate second = registered.first(1);
        Certificate claimed = certificates.claim(CLERK, second.id(), second.version(), null);
        List<BlankForm> forms = new ArrayList<>(registered.forms(claimed));
        forms.set(0, new BlankForm(forms.get(0).copyId(), used.toLowerCase(java.util.Locale.ROOT)));
        conflict("FORM_USED", () -> certificates.print(CLERK, claimed.id(), claimed.version(), forms, null));
    }

    @Test
    public void forms_areRefusedWithTheirPath_whenWrongOrNotOneForEveryCopy() {
        Certificate claimed = certificates.claim(CLERK, made.id(), made.version(), null);
        String first = claimed.copies().get(0).id();
        String second = claimed.copies().get(1).id();
        invalid("forms", () -> print(claimed));
        invalid("forms", () -> print(claimed, new BlankForm(first, "A1")));
        invalid("forms", () -> print(claimed, new BlankForm(first, "A1"), new BlankForm("foreign", "A2")));
        invalid("forms[1].formNo", () -> print(claimed, new BlankForm(first, "A1"), new BlankForm(second, "a1")));
        invalid("forms[0].formNo", () -> print(claimed, new BlankForm(first, "甲1"), new BlankForm(second, "A2")));
        invalid("forms[1].copyId", () -> print(claimed, new BlankForm(first, "A1"), new BlankForm(first, "A2")));
        invalid("forms[0].copyId", () -> print(claimed, new BlankForm(null, "A1"), new BlankForm(second, "A2")));
    }

    @Test
    public void wasteSheet_staysInTheLog_andOnlyItsCopyIsPrintedAgain() {
        Certificate printed = registered.print(made);
        String waste = printed.copies().get(1).blankFormNo();
        invalid("formNo", () -> certificates.spoil(CLERK, printed.id(), printed.version(), "X", "卡纸", null));
        invalid("reason", () -> certificates.spoil(CLERK, printed.id(), printed.version(), waste, " ", null));
        Certificate spoiled = certificates.spoil(CLERK, printed.id(), printed.version(), waste, "卡纸", null);

        assertThat(spoiled.state()).isEqualTo(CertificateState.TO_PRINT);
        assertThat(spoiled.number()).isEqualTo(made.number());
        Copy copy = spoiled.copies().get(1);
        assertThat(copy.blankFormNo()).isNull();
        assertThat(copy.printLog().get(0).spoilReason()).isEqualTo("卡纸");
        assertThat(copy.printLog().get(0).blankFormNo()).isEqualTo(waste);
        assertThat(spoiled.copies().get(0).blankFormNo()).isNotNull();
        Certificate claimed = certificates.claim(CLERK, spoiled.id(), spoiled.version(), null);
        conflict("FORM_USED", () -> print(claimed, new BlankForm(copy.id(), waste)));
        Certificate again = print(claimed, new BlankForm(copy.id(), "KB-900001"));
        assertThat(again.state()).isEqualTo(CertificateState.PRINTED);
        assertThat(again.copies().get(1).printLog()).hasSize(2);
        assertThat(registered.token(again)).isEqualTo(registered.token(made));
    }

    @Test
    public void handOver_isRefusedWithItsPaths_whenReceiverOrDayIsWrong() {
        Certificate printed = registered.print(made);
        for (Handover wrong : List.of(
                handover(" ", OpenDoor.TODAY),
                handover("长".repeat(51), OpenDoor.TODAY),
                handover("张三37010119720315901X", OpenDoor.TODAY),
                handover("张三", null),
                handover("张三", OpenDoor.TODAY.plusDays(1)),
                handover("张三", OpenDoor.TODAY.minusDays(1)))) {
            assertThatThrownBy(() -> certificates.handOver(CLERK, printed.id(), printed.version(), wrong, null))
                    .as(wrong.toString())
                    .isInstanceOf(Invalid.class);
        }
        Handover foreign = new Handover("张三", OpenDoor.TODAY, List.of("x"), null);
        invalid("returnedCopies", () -> certificates.handOver(CLERK, printed.id(), printed.version(), foreign, null));
        conflict("ILLEGAL_TRANSITION", () -> handOver(registered.first(1)));
    }

    @Test
    public void certificateBefore_leavesForce_whenTheNextIsHandedOver() {
        Certificate old = handOver(registered.print(made));
        Certificate next = registered.print(registered.next(old));
        invalid("returnedCopies", () -> handOver(next));
        String original = old.copies().get(0).id();
        String duplicate = old.copies().get(1).id();
        Handover twice = new Handover("张三", OpenDoor.TODAY, List.of(original, duplicate), List.of(duplicate));
        invalid("returnedCopies", () -> certificates.handOver(CLERK, next.id(), next.version(), twice, null));
        Handover handover = new Handover("张三", OpenDoor.TODAY, List.of(original), List.of(duplicate));
        Certificate valid = certificates.handOver(CLERK, next.id(), next.version(), handover, null);

        assertThat(valid.state()).isEqualTo(CertificateState.VALID);
        Certificate gone = certificates.get(CLERK, old.id());
        assertThat(gone.state()).isEqualTo(CertificateState.SUPERSEDED);
        assertThat(gone.version()).isGreaterThan(old.version());
        assertThat(gone.copies().get(0).returnedOn()).isEqualTo(OpenDoor.TODAY);
        assertThat(gone.copies().get(1).lostOn()).isEqualTo(OpenDoor.TODAY);
        assertThat(database.count(
                        "select count(*) from registration.office where certificate_no = '" + valid.number() + "'"))
                .isEqualTo(1);
        CertificateCheck check = certificates.check(PUBLIC, registered.token(gone));
        assertThat(check.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(check.officeName()).isEqualTo(old.name());
        assertThat(certificates.check(PUBLIC, registered.token(valid)).officeName())
                .isEqualTo("新名称");
    }

    @Test
    public void check_saysNothing_beforeTheHandOver() {
        String token = registered.token(made);
        CertificateCheck nothing =
                new CertificateCheck(Status.NOT_FOUND, null, null, null, null, null, null, Registered.NOW);
        assertThat(certificates.check(PUBLIC, token)).isEqualTo(nothing);
        Certificate printed = registered.print(made);
        assertThat(certificates.check(PUBLIC, token)).isEqualTo(nothing);
        Certificate valid = handOver(printed);
        assertThat(certificates.check(PUBLIC, token))
                .isEqualTo(new CertificateCheck(
                        Status.VALID,
                        valid.number(),
                        valid.name(),
                        valid.dispatcher(),
                        "370200",
                        "青岛市",
                        OpenDoor.TODAY,
                        Registered.NOW));
        for (String unknown :
                new String[] {null, "", "-", valid.id(), "x".repeat(43), token + "x", token.toLowerCase()}) {
            assertThat(certificates.check(PUBLIC, unknown)).as(unknown).isEqualTo(nothing);
        }
    }

    @Test
    public void foreignCertificate_isNotFound_andInNoList() {
        Caller head = Samples.caller("head.one", Role.HED, Scope.office(made.officeId()));
        Certificate foreign = registered.first(1);
        assertThat(certificates.get(head, made.id()).number()).isEqualTo(made.number());
        assertThatThrownBy(() -> certificates.get(head, foreign.id())).isInstanceOf(NotFound.class);
        assertThat(certificates
                        .list(head, CertificateFilter.ALL, new PageRequest(50, null))
                        .items())
                .extracting(CertificateRow::id)
                .containsExactly(made.id());
    }

    @Test
    public void printQueue_isPaged_andFiltered() {
        Certificate second = registered.first(1);
        Certificate third = registered.first(2);
        certificates.claim(CLERK, third.id(), third.version(), null);
        var page = certificates.list(CLERK, CertificateFilter.ALL, new PageRequest(2, null));
        assertThat(page.items()).hasSize(2);
        var rest = certificates.list(CLERK, CertificateFilter.ALL, new PageRequest(2, page.next()));
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isNull();
        assertThat(page.items())
                .extracting(CertificateRow::id)
                .doesNotContain(rest.items().get(0).id());

        assertThat(numbers(new CertificateFilter(CertificateState.TO_PRINT, null, Claim.MINE, null, null)))
                .containsExactly(third.number());
        assertThat(numbers(new CertificateFilter(null, null, Claim.FREE, null, null)))
                .containsExactlyInAnyOrder(made.number(), second.number());
        assertThat(numbers(new CertificateFilter(CertificateState.VALID, null, null, null, null)))
                .isEmpty();
        assertThat(numbers(new CertificateFilter(null, null, null, null, second.number())))
                .containsExactly(second.number());
        assertThat(numbers(new CertificateFilter(null, null, null, made.officeId(), null)))
                .containsExactly(made.number());
        assertThat(numbers(new CertificateFilter(null, "370200", null, null, null)))
                .contains(made.number());
    }

    @Test
    public void repeatedPrint_answersWithTheSame_whenTheKeyIsTheSame() {
        Certificate claimed = certificates.claim(CLERK, made.id(), made.version(), null);
        List<BlankForm> forms = registered.forms(claimed);
        Certificate printed = certificates.print(CLERK, claimed.id(), claimed.version(), forms, "k1");
        assertThat(certificates.print(CLERK, claimed.id(), claimed.version(), forms, "k1"))
                .isEqualTo(printed);
        conflict("STALE", () -> certificates.print(CLERK, claimed.id(), claimed.version(), forms, null));
    }

    private List<String> numbers(CertificateFilter filter) {
        return certificates.list(CLERK, filter, new PageRequest(50, null)).items().stream()
                .map(CertificateRow::number)
                .toList();
    }

    private Certificate print(Certificate certificate, BlankForm... forms) {
        return certificates.print(CLERK, certificate.id(), certificate.version(), List.of(forms), null);
    }

    private Certificate handOver(Certificate certificate) {
        return certificates.handOver(
                CLERK, certificate.id(), certificate.version(), handover("张三", OpenDoor.TODAY), null);
    }

    private static Handover handover(String receiver, LocalDate day) {
        return new Handover(receiver, day, null, null);
    }

    private static void conflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static void invalid(String path, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                .extracting(Violation::path)
                .containsExactly(path));
    }
}
