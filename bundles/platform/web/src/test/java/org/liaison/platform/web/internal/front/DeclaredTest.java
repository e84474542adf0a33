package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class DeclaredTest {
    @Test
    public void addressIsPublic_whenTheManifestSaysSoAndItIsNoInterface() {
        assertThat(Declared.of("/api/registration/v1, /ws/registration/v1, /verify;access=public"))
                .containsExactly(
                        new Declared("/api/registration/v1", false),
                        new Declared("/ws/registration/v1", false),
                        new Declared("/verify", true));
    }

    @Test
    public void addressAsksForALogin_whateverElseIsWritten() {
        assertThat(Declared.of("/a;access=private,/b;public,/c;access=public;x=1,/d; access = public,/e"))
                .extracting(Declared::anonymous)
                .containsOnly(false)
                .hasSize(5);
        assertThat(Declared.of("/api/x/v1;access=public,/ws/x/v1;access=public"))
                .extracting(Declared::anonymous)
                .containsOnly(false);
        assertThat(Declared.of("verify;access=public,")).isEmpty();
    }
}
