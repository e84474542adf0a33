package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.Versions;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Lit;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Step;

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
            Review.NONE,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private final StepsResource steps = new StepsResource(applications);
    private final ApplicationsResource resource = new ApplicationsResource(applications);

    @Test
    public void answersBodyAndETag_whenSubmitted() {
        when(applications.fire(caller, "7", 2, Step.of(ApplicationEvent.SUBMIT, null), "k"))
                .thenReturn(draft);
        var answer = steps.fire(caller, "7", "submission", "\"2\"", "k", null);
        assertThat(answer.getEntity()).isSameAs(draft);
        assertThat(answer.getEntityTag().getValue()).isEqualTo("3");
    }

    @Test
    public void touchesNothing_whenIfMatchIsMissing() {
        assertThatThrownBy(() -> steps.fire(caller, "7", "submission", null, "k", null))
                .isInstanceOf(Versions.Required.class);
        assertThatThrownBy(() -> resource.putForm(caller, "7", null, "k", null)).isInstanceOf(Versions.Required.class);
        verifyNoInteractions(applications);
    }

    @Test
    public void answersStale_whenIfMatchIsNoTagOfOurs() {
        assertThatThrownBy(() -> steps.fire(caller, "7", "approval", "W/\"2\"", "k", said("同意")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(Conflict.STALE));
    }

    @Test
    public void firesTheEventOfThePath_withWordsAndKey() {
        for (StepPath path : StepPath.values()) {
            when(applications.fire(caller, "7", 2, Step.of(path.event(), "同意"), "k"))
                    .thenReturn(draft);
            assertThat(steps.fire(caller, "7", path.path(), "\"2\"", "k", said("同意"))
                            .getStatus())
                    .as(path.path())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> steps.fire(caller, "7", "creation", "\"2\"", "k", null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    public void everyEventThatPeopleFire_hasOnePath() {
        Set<ApplicationEvent> fired = EnumSet.complementOf(
                EnumSet.of(ApplicationEvent.CREATE, ApplicationEvent.ENTER_LEGACY, ApplicationEvent.LAPSE));
        assertThat(StepPath.values()).extracting(StepPath::event).containsExactlyInAnyOrderElementsOf(fired);
        assertThat(StepPath.values()).extracting(StepPath::path).doesNotHaveDuplicates();
    }

    private static StepsResource.StepBody said(String text) {
        return new StepsResource.StepBody(text, null, null, null, null, null, null, null);
    }

    @Test
    public void namesTheParameter_whenItsCodeIsUnknown() {
        assertThatThrownBy(() -> resource.list(caller, "GONE", null, null, null, null, null, null, null, "50", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("state"));
        assertThatThrownBy(() -> resource.list(caller, null, null, null, null, null, null, null, null, "many", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("limit"));
    }

    @Test
    public void asksForARangeOfLights_asItIsWritten() {
        Lit yellow = new Lit(Light.Kind.INTAKE, Light.Colour.YELLOW, Light.Colour.YELLOW);
        ApplicationFilter filter = new ApplicationFilter(null, "370100", null, yellow, null, null);
        resource.list(caller, null, "370100", null, "INTAKE", "YELLOW", "YELLOW", null, null, "50", null);
        verify(applications).list(caller, filter, new PageRequest(50, null));
        resource.counts(caller, null, null, "", "", "");
        verify(applications).counts(caller, ApplicationFilter.ALL);
        for (String path : List.of("clock", "light", "lightTo")) {
            assertThatThrownBy(() -> resource.counts(
                            caller,
                            null,
                            null,
                            path.equals("clock") ? "GONE" : null,
                            path.equals("light") ? "GONE" : null,
                            path.equals("lightTo") ? "GONE" : null))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.violations().get(0).path()).isEqualTo(path));
        }
    }

    @Test
    public void namesTheField_whenOfficeIsMissing() {
        assertThatThrownBy(() -> resource.create(caller, "k", NewApplication.of(" ")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("officeId"));
    }
}
