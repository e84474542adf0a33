package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.HealthCheck.Level;

public class PublicAddressTest {
    @Test
    public void checkAddress_isBelowThePublicAddress_whateverItsEnd() {
        for (String setting : List.of("https://jg.example.cn", " https://jg.example.cn/ ", "https://jg.example.cn//")) {
            assertThat(PublicAddress.of(setting).orElseThrow().check("abc"))
                    .isEqualTo("https://jg.example.cn/verify/abc");
        }
        assertThat(PublicAddress.of("http://10.1.2.3:8181/liaison")
                        .orElseThrow()
                        .check("abc"))
                .isEqualTo("http://10.1.2.3:8181/liaison/verify/abc");
    }

    @Test
    public void noAddress_whenTheSettingIsEmptyOrNoAddress() {
        for (String setting : List.of(
                "",
                "  ",
                "jg.example.cn",
                "ftp://jg.example.cn",
                "https://",
                "https://a b",
                "https://u:p@jg.example.cn",
                "https://jg.example.cn/?x=1",
                "https://jg.example.cn/#x",
                "javascript:alert(1)")) {
            assertThat(PublicAddress.of(setting)).as(setting).isEmpty();
        }
        assertThat(PublicAddress.of(null)).isEmpty();
    }

    @Test
    public void health_saysThatNothingCanBePrinted_withoutAnAddress() {
        assertThat(health("https://jg.example.cn").level()).isEqualTo(Level.OK);
        for (String setting : List.of("", "jg.example.cn")) {
            assertThat(health(setting).level()).isEqualTo(Level.WARN);
            assertThat(health(setting).text()).contains("不能制证");
            assertThat(health(setting).todo()).contains("LIAISON_PUBLIC_URL");
        }
    }

    private static Health health(String setting) {
        PublicSettings settings = mock(PublicSettings.class);
        when(settings.publicUrl()).thenReturn(setting);
        return new PublicAddressHealth(settings).check();
    }
}
