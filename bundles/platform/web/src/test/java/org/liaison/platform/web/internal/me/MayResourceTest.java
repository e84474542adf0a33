package org.liaison.platform.web.internal.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.permission.Permissions;
import org.liaison.platform.api.permission.Permissions.Answer;
import org.liaison.platform.api.permission.Permissions.Grant;
import org.liaison.platform.api.permission.Permissions.Row;

public class MayResourceTest {
    private final Permissions permissions = mock(Permissions.class);
    private final MayResource resource = new MayResource(() -> permissions);
    private final Caller caller = new Caller("sec", "安", List.of(), null, Channel.REST, "127.0.0.1");

    @Test
    public void asksTheSimulator() {
        Answer answer = new Answer("li.na", "x.read", "7", true, null, List.of());
        when(permissions.may(caller, "li.na", "x.read", "7")).thenReturn(answer);
        assertThat(resource.may(caller, "li.na", "x.read", "7")).isSameAs(answer);
    }

    @Test
    public void matrix_isThatOfTheGate() {
        Row row = new Row("x", "x.read", List.of(new Grant(Role.CLK, Role.Reach.ALL)));
        when(permissions.matrix(caller)).thenReturn(List.of(row));
        assertThat(new PermissionsResource(() -> permissions).list(caller).items())
                .containsExactly(row);
    }

    @Test
    public void namesTheMissingParameter() {
        assertThatThrownBy(() -> resource.may(caller, "li.na", " ", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("operation"));
        assertThatThrownBy(() -> resource.may(caller, null, "x.read", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("account"));
        verifyNoInteractions(permissions);
    }
}
