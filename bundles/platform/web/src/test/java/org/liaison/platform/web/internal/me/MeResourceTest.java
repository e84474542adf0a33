package org.liaison.platform.web.internal.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.Test;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.permission.Permissions;

public class MeResourceTest {
    private static final Binding CLERK = new Binding(Role.CLK, Scope.ALL, null);

    private final Accounts accounts = mock(Accounts.class);
    private final Permissions permissions = mock(Permissions.class);
    private final MeResource resource = new MeResource(accounts, () -> permissions);
    private final Caller caller = new Caller("li.na", "李娜", List.of(CLERK), CLERK, Channel.REST, "127.0.0.1");

    @Test
    public void showsWhatTheAccountMayActAs_whenItIsLoggedIn() {
        when(accounts.find("li.na"))
                .thenReturn(Optional.of(new Account("li.na", "李娜", "ACTIVE", true, List.of(CLERK))));

        MeResource.Me me = resource.get(caller);

        assertThat(me.mustChange()).isTrue();
        assertThat(me.acting()).isEqualTo(new MeResource.Right("CLK", "经办人", "ALL", null, "CLK@ALL"));
        assertThat(me.bindings()).containsExactly(me.acting());
    }

    @Test
    public void listsWhatTheGateWouldAdmit() {
        when(permissions.own(caller)).thenReturn(new TreeSet<>(List.of("x.write", "x.read")));

        assertThat(resource.operations(caller).operations()).containsExactly("x.read", "x.write");
    }

    @Test
    public void changesThePassword_whenBothAreGiven() {
        resource.password(caller, new MeResource.Passwords("old", "new"));

        verify(accounts).changePassword(caller, "old".toCharArray(), "new".toCharArray());
    }

    @Test
    public void namesTheMissingField_whenAPasswordIsNotGiven() {
        assertThatThrownBy(() -> resource.password(caller, new MeResource.Passwords("old", null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations().get(0).path()).isEqualTo("wanted"));
        verifyNoInteractions(accounts);
    }
}
