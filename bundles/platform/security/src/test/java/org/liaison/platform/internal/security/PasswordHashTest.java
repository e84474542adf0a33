package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PasswordHashTest {
    private static final int CHEAP = SecurityDatabase.CHEAP;

    @Test
    public void of_isSlow_whenNothingElseIsSaid() {
        assertThat(PasswordHash.NOBODY).startsWith("pbkdf2-sha512:210000:");
    }

    @Test
    public void matches_whenThePasswordIsTheSame() {
        String stored = PasswordHash.of("正确 horse".toCharArray(), CHEAP);
        assertThat(PasswordHash.matches("正确 horse".toCharArray(), stored)).isTrue();
        assertThat(PasswordHash.matches("正确 horsf".toCharArray(), stored)).isFalse();
    }

    @Test
    public void of_saltsEachHash() {
        assertThat(PasswordHash.of("a".toCharArray(), CHEAP)).isNotEqualTo(PasswordHash.of("a".toCharArray(), CHEAP));
    }

    @Test
    public void oneTime_hasNoLookAlikes() {
        assertThat(PasswordHash.oneTime()).hasSize(16).matches("[a-hj-km-np-z2-9]+");
    }
}
