package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.modules.publickey.PublickeyCallback;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

public class PlatformRealmTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Callers callers = mock(Callers.class);
    private final Subject subject = new Subject();
    private Path keys;
    private PlatformRealm realm;

    @Before
    public void open() {
        keys = folder.getRoot().toPath().resolve("keys");
        BundleContext context = mock(BundleContext.class);
        when(context.getBundle()).thenReturn(mock(Bundle.class));
        PlatformRealm.Settings settings = mock(PlatformRealm.Settings.class);
        when(settings.data()).thenReturn(folder.getRoot().getPath());
        realm = new PlatformRealm(context, settings);
    }

    private void login(CallbackHandler handler) throws Exception {
        PlatformLoginModule module = new PlatformLoginModule();
        module.initialize(subject, handler, Map.of(), Map.of(PlatformRealm.SELF, realm));
        module.login();
        module.commit();
    }

    private static CallbackHandler password(String user, String password) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password.toCharArray());
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }

    private static CallbackHandler key(String user, PublicKey key) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PublickeyCallback asked) {
                    asked.setPublicKey(key);
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }

    /** The public half that stands beside a private one, proven to be its half. */
    private static PublicKey publicHalf(Path secret) throws Exception {
        byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(secret).replaceAll("-----[A-Z ]+-----", ""));
        ECPrivateKey half =
                (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        String line = Files.readString(Path.of(secret + ".pub"));
        assertThat(line).startsWith("ecdsa-sha2-nistp256 ");
        byte[] blob = Base64.getDecoder().decode(line.split(" ")[1]);
        byte[] x = Arrays.copyOfRange(blob, blob.length - 64, blob.length - 32);
        byte[] y = Arrays.copyOfRange(blob, blob.length - 32, blob.length);
        ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, half.getParams()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(half);
        byte[] signed = signature.sign();
        signature.initVerify(key);
        assertThat(signature.verify(signed)).isTrue();
        return key;
    }

    @Test
    public void subject_carriesAccountAndRoles_whenThePasswordIsRight() throws Exception {
        Binding binding = new Binding(Role.CLK, Scope.ALL, null);
        when(callers.login(eq("clk"), any(), eq(Channel.CONSOLE), any(), any()))
                .thenReturn(Optional.of(new Caller("clk", "张三", List.of(binding), binding, Channel.CONSOLE, "ssh")));
        realm.callers = callers;
        login(password("clk", "right"));
        assertThat(subject.getPrincipals(AccountPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("clk");
        assertThat(subject.getPrincipals()).extracting(Principal::getName).contains("ssh", "CLK");
        assertThat(subject.getPrincipals()).extracting(Principal::getName).doesNotContain("admin", "manager");
    }

    @Test
    public void source_isTheAddressOfTheConsolesClient() throws Exception {
        subject.getPrincipals().add(new ClientPrincipal("ssh", "/10.0.0.7:52011"));
        when(callers.login(eq("clk"), any(), eq(Channel.CONSOLE), eq("10.0.0.7"), any()))
                .thenReturn(Optional.of(new Caller("clk", "张三", List.of(), null, Channel.CONSOLE, "10.0.0.7")));
        realm.callers = callers;
        login(password("clk", "right"));
        assertThat(subject.getPrincipals(AccountPrincipal.class)).hasSize(1);
        assertThat(sourceOf("/[2001:db8:0:0:0:0:0:1%eth0]:52011")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(sourceOf("localhost/127.0.0.1:1")).isEqualTo("127.0.0.1");
        assertThat(sourceOf("pipe")).isEqualTo("ssh");
    }

    private static String sourceOf(String address) {
        return PlatformLoginModule.source(
                new Subject(true, Set.of(new ClientPrincipal("ssh", address)), Set.of(), Set.of()));
    }

    @Test
    public void login_isRefused_whenThePasswordIsWrongOrTheAccountsAreAway() {
        assertThatThrownBy(() -> login(password("clk", "right"))).isInstanceOf(FailedLoginException.class);
        realm.callers = callers;
        when(callers.login(any(), any(), any(), any(), any())).thenReturn(Optional.empty());
        assertThatThrownBy(() -> login(password("clk", "wrong"))).isInstanceOf(FailedLoginException.class);
    }

    @Test
    public void localKey_opensDoctorAndLogOnly_alsoWithoutAccounts() throws Exception {
        login(key(LocalKey.USER, publicHalf(keys.resolve("local-login"))));
        assertThat(subject.getPrincipals())
                .extracting(Principal::getName)
                .containsExactlyInAnyOrder(LocalKey.USER, "ssh", "local");
        assertThat(subject.getPrincipals(AccountPrincipal.class)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("local-login"))))
                .isEqualTo("rw-------");
    }

    @Test
    public void localKey_isRefused_whenItIsAnotherOneOrAnotherUser() throws Exception {
        PublicKey own = publicHalf(keys.resolve("local-login"));
        Path others = folder.newFolder().toPath();
        new LocalKey(others);
        assertThatThrownBy(() -> login(key(LocalKey.USER, publicHalf(others.resolve("local-login")))))
                .isInstanceOf(FailedLoginException.class);
        assertThatThrownBy(() -> login(key("sec", own))).isInstanceOf(FailedLoginException.class);
    }
}
