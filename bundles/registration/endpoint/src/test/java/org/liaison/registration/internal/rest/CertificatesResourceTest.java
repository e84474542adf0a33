package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.rest.CertificatesResource.ColleagueBody;
import org.liaison.registration.internal.rest.CertificatesResource.Printing;
import org.liaison.registration.internal.rest.CertificatesResource.Spoilage;

public class CertificatesResourceTest {
    private final Caller caller = new Caller("clk", "张", List.of(), null, Channel.REST, "127.0.0.1");
    private final Certificates certificates = mock(Certificates.class);
    private final CertificatesResource resource = new CertificatesResource(certificates);
    private final Certificate changed = new Certificate(
            "7",
            4,
            "5",
            "号",
            1,
            "INITIAL",
            CertificateState.TO_PRINT,
            List.of(),
            null,
            "甲",
            "乙",
            "a",
            "b",
            "c",
            "d",
            "e",
            null,
            "f",
            null,
            List.of(),
            null,
            null);

    @Test
    public void everyStep_passesVersionBodyAndKey_andAnswersTheNewVersion() {
        List<BlankForm> forms = List.of(new BlankForm("c", "KB-1"));
        Handover handover = new Handover("张三", LocalDate.of(2026, 3, 2), null, null);
        when(certificates.claim(caller, "7", 3, "k")).thenReturn(changed);
        when(certificates.release(caller, "7", 3, "k")).thenReturn(changed);
        when(certificates.reassign(caller, "7", 3, "other", "k")).thenReturn(changed);
        when(certificates.print(caller, "7", 3, forms, "k")).thenReturn(changed);
        when(certificates.spoil(caller, "7", 3, "KB-1", "卡纸", "k")).thenReturn(changed);
        when(certificates.handOver(caller, "7", 3, handover, "k")).thenReturn(changed);
        for (Response answer : List.of(
                resource.claim(caller, "7", "\"3\"", "k"),
                resource.release(caller, "7", "\"3\"", "k"),
                resource.reassign(caller, "7", "\"3\"", "k", new ColleagueBody("other")),
                resource.print(caller, "7", "\"3\"", "k", new Printing(forms)),
                resource.spoil(caller, "7", "\"3\"", "k", new Spoilage("KB-1", "卡纸")),
                resource.handOver(caller, "7", "\"3\"", "k", handover))) {
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getEntityTag().getValue()).isEqualTo("4");
            assertThat(answer.getEntity()).isSameAs(changed);
        }
    }

    @Test
    public void list_readsItsFilters_andRefusesAnUnknownCode() {
        CertificateFilter filter = new CertificateFilter(CertificateState.TO_PRINT, "370100", Claim.MINE, "5", "号");
        when(certificates.list(caller, filter, new PageRequest(20, "x"))).thenReturn(new Page<>(List.of(), null));
        resource.list(caller, "TO_PRINT", "370100", "MINE", "5", "号", "20", "x");
        verify(certificates).list(caller, filter, new PageRequest(20, "x"));
        assertThatThrownBy(() -> resource.list(caller, "GONE", null, null, null, null, "20", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations()).extracting("path").containsExactly("state"));
    }

    @Test
    public void write_needsAVersionAndABody() {
        assertThatThrownBy(() -> resource.print(caller, "7", null, "k", new Printing(List.of())))
                .isInstanceOf(Versions.Required.class);
        assertThatThrownBy(() -> resource.handOver(caller, "7", "\"3\"", "k", null))
                .isInstanceOf(Invalid.class);
    }
}
