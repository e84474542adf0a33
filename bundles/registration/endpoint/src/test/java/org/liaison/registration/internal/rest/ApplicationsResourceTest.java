package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;

public class ApplicationsResourceTest {
    private final Applications applications = mock(Applications.class);
    private final Caller caller = new Caller("zhang", "张", List.of(), null, Channel.REST, "127.0.0.1");
    private final Application draft = new Application(
            "7",
            3,
            null,
            "5",
            "ONLINE",
            ApplicationState.DRAFT,
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null);
    private final StepsResource steps = new StepsResource(applications);
    private final ApplicationsResource resource = new ApplicationsResource(applications);

    @Test
    public void answersBodyAndETag_whenSubmitted() {
        when(applications.submit(caller, "7", 2, "k")).thenReturn(draft);
        var answer = steps.submit(caller, "7", "\"2\"", "k");
        assertThat(answer.getEntity()).isSameAs(draft);
        assertThat(answer.getEntityTag().getValue()).isEqualTo("3");
    }

    @Test
    public void touchesNothing_whenIfMatchIsMissing() {
        assertThatThrownBy(() -> steps.submit(caller, "7", null, "k")).isInstanceOf(Versions.Required.class);
        assertThatThrownBy(() -> resource.putForm(caller, "7", null, "k", null)).isInstanceOf(Versions.Required.class);
        verifyNoInteractions(applications);
    }

    @Test
    public void answersStale_whenIfMatchIsNoTagOfOurs() {
        assertThatThrownBy(() -> steps.approve(caller, "7", "W/\"2\"", "k", new StepsResource.OpinionBody("同意")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(Conflict.STALE));
    }

    @Test
    public void passesOpinionAndKey_whenApproved() {
        when(applications.approve(caller, "7", 2, "同意", "k")).thenReturn(draft);
        assertThat(steps.approve(caller, "7", "\"2\"", "k", new StepsResource.OpinionBody("同意"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    public void namesTheParameter_whenItsCodeIsUnknown() {
        assertThatThrownBy(() -> resource.list(caller, "GONE", null, null, "50", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("state"));
        assertThatThrownBy(() -> resource.list(caller, null, null, null, "many", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("limit"));
    }

    @Test
    public void namesTheField_whenOfficeIsMissing() {
        assertThatThrownBy(() -> resource.create(caller, "k", new ApplicationsResource.NewApplication(" ")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("officeId"));
    }
}
