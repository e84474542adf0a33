package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Violation;

public class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy(12, 2);

    private List<String> codes(String wanted) {
        List<Violation> found = policy.check("li.nana", "李娜", wanted.toCharArray());
        assertThat(found)
                .extracting(Violation::path)
                .containsOnly(found.isEmpty() ? new String[0] : new String[] {"wanted"});
        return found.stream().map(Violation::code).toList();
    }

    @Test
    public void nothingIsWrong_whenItIsLongAndNotCommon() {
        for (String good :
                List.of("correct horse battery", "一个足够长的新口令1234", "security-officer-2026", "x7#kkf02-wQpd")) {
            assertThat(codes(good)).as(good).isEmpty();
        }
    }

    @Test
    public void length_isInCharacters_notInBytes() {
        assertThat(codes("short-pw-01")).containsExactly("PASSWORD_LENGTH");
        assertThat(codes("很短的口令还差一字1")).containsExactly("PASSWORD_LENGTH");
        assertThat(codes("ab1-".repeat(33))).contains("PASSWORD_LENGTH");
    }

    @Test
    public void common_isRefused_withWhateverDigitsAround() {
        for (String common :
                List.of("password1234", "Password!2026", "123qwertyuiop", "Woaini1314520", "admin@12345678")) {
            assertThat(codes(common)).as(common).containsExactly("PASSWORD_COMMON");
        }
    }

    @Test
    public void simple_isRefused_whenRunsMakeItUp() {
        for (String simple : List.of(
                "1234567890-=", "aaaaaaaaaaa1", "cdefghij1234", "1qaz2wsx3edc", "a1a1a1a1a1a1", "xk1-87654321")) {
            assertThat(codes(simple)).as(simple).contains("PASSWORD_SIMPLE");
        }
    }

    @Test
    public void kinds_areCounted() {
        assertThat(codes("correcthorsebattery")).containsExactly("PASSWORD_KINDS");
        assertThat(new PasswordPolicy(12, 4).check("a", "b", "Correct-horse".toCharArray()))
                .extracting(Violation::code)
                .containsExactly("PASSWORD_KINDS");
        assertThat(new PasswordPolicy(12, 4).check("a", "b", "Correct-horse7".toCharArray()))
                .isEmpty();
    }

    @Test
    public void accountAndName_areRefused_inWhateverCase() {
        assertThat(codes("my-Nana-x7kq02")).containsExactly("PASSWORD_NAME");
        assertThat(codes("x7kq02-Linana-w")).containsExactly("PASSWORD_NAME");
        assertThat(codes("x7kq02李娜wpdz-")).containsExactly("PASSWORD_NAME");
        // two letters of the account stand in half of all passwords
        assertThat(codes("x7kq02-li-wpdz")).isEmpty();
    }

    @Test
    public void controlCharacters_areRefused() {
        assertThat(codes("x7kq02\n-wpdz-v")).containsExactly("PASSWORD_CHARACTER");
    }

    @Test
    public void everythingWrong_isSaidAtOnce() {
        assertThat(codes("aaaa")).containsExactlyInAnyOrder("PASSWORD_LENGTH", "PASSWORD_KINDS", "PASSWORD_COMMON");
    }

    @Test
    public void policyThatNoPasswordMeets_isRefused() {
        assertThatThrownBy(() -> new PasswordPolicy(4, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PasswordPolicy(12, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
