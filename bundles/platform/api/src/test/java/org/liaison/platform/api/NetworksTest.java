package org.liaison.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;

public class NetworksTest {
    private static boolean contains(String networks, String address) {
        return Networks.parse(networks).contains(Networks.address(address).orElseThrow());
    }

    @Test
    public void contains_whatBeginsLikeTheNetwork() {
        assertThat(contains("10.1.0.0/16", "10.1.255.255")).isTrue();
        assertThat(contains("10.1.0.0/16", "10.2.0.0")).isFalse();
        assertThat(contains("10.1.2.128/25", "10.1.2.127")).isFalse();
        assertThat(contains("192.0.2.1", "192.0.2.1")).isTrue();
        assertThat(contains("192.0.2.1", "192.0.2.2")).isFalse();
        assertThat(contains("10.0.0.0/8\n192.0.2.0/31", "192.0.2.1")).isTrue();
        assertThat(contains("2001:db8::/32", "2001:db8:ffff::1")).isTrue();
        assertThat(contains("2001:db8::/33", "2001:db8:ffff::1")).isFalse();
        assertThat(contains("0.0.0.0/0", "203.0.113.9")).isTrue();
        assertThat(contains("0.0.0.0/0", "::1")).isFalse();
        assertThat(contains("", "127.0.0.1")).isFalse();
    }

    @Test
    public void ipv4_isTheSame_inTheDressOfIpv6() {
        assertThat(contains("192.0.2.0/24", "::ffff:192.0.2.1")).isTrue();
        assertThat(contains("::ffff:192.0.2.1", "192.0.2.1")).isTrue();
    }

    @Test
    public void address_isALiteralOnly() {
        for (String none :
                new String[] {"", "localhost", "example.com", "abc", "1.2", "1.2.3.256", "1:2", "unknown", ":"}) {
            assertThat(Networks.address(none)).as(none).isEmpty();
        }
        assertThat(Networks.address("[::1]")).isEqualTo(Networks.address("0:0:0:0:0:0:0:1"));
        assertThat(Networks.address("fe80::1%eth0")).isPresent();
    }

    @Test
    public void list_isRefused_whenAnEntryIsNoNetwork() {
        for (String wrong :
                new String[] {"10.1.2.3/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "host/8", "::/129"}) {
            assertThatThrownBy(() -> Networks.parse("127.0.0.1," + wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
        assertThatThrownBy(() -> Networks.parse("10.0.0.1 ".repeat(51))).hasMessageContaining("50");
    }

    @Test
    public void text_isReadAgain() {
        Networks networks = Networks.parse("10.0.0.0/8, 2001:db8::/32 192.0.2.1");
        assertThat(Networks.parse(networks.toString())).isEqualTo(networks);
        assertThat(networks.toString()).startsWith("10.0.0.0/8,").endsWith(",192.0.2.1/32");
    }
}
