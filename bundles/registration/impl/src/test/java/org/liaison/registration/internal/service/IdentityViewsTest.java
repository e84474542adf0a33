package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Form;

public class IdentityViewsTest {
    private static final String REASON = "核对任命文件";

    @Rule
    public final FilingRoom room = new FilingRoom();

    private final Caller clerk = room.clerk;
    private final Form form = Samples.forms().get(0);
    private final IdentityViews views = new IdentityViews(room.door, room.database, room.numbers);
    private Application draft;
    private Caller head;

    @Before
    public void draft() {
        draft = room.submitted(0);
        head = room.head(draft.officeId());
    }

    @Test
    public void numberIsShownWholeWithItsRecord_whenAReasonIsGiven() {
        assertThat(views.view(clerk, draft.id(), "head.idNumber", REASON))
                .isEqualTo(form.head().idNumber());
        Done<?> done = room.door.done.get(room.door.done.size() - 1);
        assertThat(done.officeId()).isEqualTo(draft.officeId());
        assertThat(done.reason()).isEqualTo(REASON);
        assertThat(room.door.acts.get(room.door.acts.size() - 1).operation()).isEqualTo("registration.identity.view");
        assertThat(room.door.acts.get(room.door.acts.size() - 1).subject()).isEqualTo("application/head.idNumber");
    }

    @Test
    public void numberIsNotEvenRead_whenTheRecordCannotBeCommitted() {
        Operations broken = mock(Operations.class, call -> {
            throw new Unavailable("DATABASE_BUSY", "数据库繁忙", null);
        });
        org.mockito.Mockito.clearInvocations(room.numbers);
        assertThatThrownBy(() -> new IdentityViews(broken, room.database, room.numbers)
                        .view(clerk, draft.id(), "head.idNumber", REASON))
                .isInstanceOf(Unavailable.class);
        verify(room.numbers, never()).reveal(any());
    }

    @Test
    public void viewIsRefused_withoutAFitReason() {
        String number = form.head().idNumber();
        for (String reason : new String[] {
            null, " ", "长".repeat(201), "查" + number, "查" + number.substring(0, 6) + " " + number.substring(6)
        }) {
            Invalid refused =
                    catchThrowableOfType(() -> views.view(clerk, draft.id(), "head.idNumber", reason), Invalid.class);
            assertThat(refused.violations()).extracting(Violation::path).containsExactly("reason");
            assertThat(refused.getMessage()).doesNotContain(number);
        }
    }

    @Test
    public void viewIsRefused_whenThePathNamesNoNumber() {
        for (String path : new String[] {null, "head.name", "deputies.idNumber", "deputies[1000].idNumber"}) {
            Invalid refused = catchThrowableOfType(() -> views.view(clerk, draft.id(), path, REASON), Invalid.class);
            assertThat(refused.code()).isEqualTo("PATH");
        }
        assertThatThrownBy(() -> views.view(clerk, draft.id(), "deputies[99].idNumber", REASON))
                .isInstanceOf(NotFound.class);
    }

    @Test
    public void viewIsNotFound_forAForeignOfficeAndForTheBureauBeforeSubmission() {
        Caller foreign = Samples.caller("head.two", Role.HED, Scope.office("another"));
        assertThatThrownBy(() -> views.view(foreign, draft.id(), "head.idNumber", REASON))
                .isInstanceOf(NotFound.class);
        room.database.execute("update registration.application set state = 'DRAFT'");
        assertThatThrownBy(() -> views.view(clerk, draft.id(), "head.idNumber", REASON))
                .isInstanceOf(NotFound.class);
        assertThat(views.view(head, draft.id(), "head.idNumber", REASON))
                .isEqualTo(form.head().idNumber());
    }

    @Test
    public void everyDeputyHasItsOwnPath_whenTheFormHasDeputies() {
        List<Form.Deputy> deputies = form.deputies();
        for (int i = 0; i < deputies.size(); i++) {
            if (deputies.get(i).idNumber() != null) {
                assertThat(views.view(clerk, draft.id(), "deputies[" + i + "].idNumber", REASON))
                        .isEqualTo(deputies.get(i).idNumber());
            }
        }
    }
}
