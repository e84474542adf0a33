package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.After;
import org.junit.Test;

public class AddressesTest {
    private static final String PATH = "/api/registration/v1";

    private final FakeTimer timer = new FakeTimer();
    private final Addresses addresses = new Addresses(timer, 30_000);

    @After
    public void stop() {
        timer.shutdownNow();
    }

    @Test
    public void servesItselfAndAllBelow_whenTheAddressIsKnown() {
        Address address = addresses.learn(PATH, 7);

        assertThat(addresses.of(PATH)).containsSame(address);
        assertThat(addresses.of(PATH + "/applications/1")).containsSame(address);
    }

    @Test
    public void servesAllBelow_whenTheAddressIsShort() {
        Address address = addresses.learn("/verify", 7);

        for (String path : new String[] {"/verify", "/verify/", "/verify/a", "/verify/a/b/c/d"}) {
            assertThat(addresses.of(path)).as(path).containsSame(address);
        }
        for (String path : new String[] {"/verifya", "/verify;x", "/a/verify", "/Verify/a"}) {
            assertThat(addresses.of(path)).as(path).isEmpty();
        }
    }

    @Test
    public void isForNobodyWithoutLogin_unlessDeclared() {
        assertThat(addresses.learn(PATH, 7).anonymous()).isFalse();
    }

    @Test
    public void isUnknown_whenThePathOnlyLooksAlike() {
        addresses.learn(PATH, 7);

        for (String path : new String[] {"/", "", "/cxf", "/api/registration", PATH + "0/x", "/ws/registration/v1"}) {
            assertThat(addresses.of(path)).as(path).isEmpty();
        }
    }

    @Test
    public void endsAfterTheGrace_whenItsBundleIsUninstalled() {
        addresses.learn(PATH, 7);

        addresses.forget(7);
        timer.advance(29_999);
        assertThat(addresses.of(PATH)).isPresent();
        timer.advance(1);

        assertThat(addresses.of(PATH)).isEmpty();
    }

    @Test
    public void keepsItsState_whenTheNextVersionComesWithinTheGrace() {
        Address address = addresses.learn(PATH, 7);

        addresses.forget(7);
        timer.advance(20_000);
        addresses.learn(PATH, 8);
        timer.advance(60_000);

        assertThat(addresses.of(PATH)).containsSame(address);
    }

    @Test
    public void startsANewGrace_whenItIsUninstalledASecondTime() {
        addresses.learn(PATH, 7);
        addresses.forget(7);
        timer.advance(1_000);
        addresses.learn(PATH, 8);
        timer.advance(28_000);

        addresses.forget(8);
        timer.advance(2_000);

        assertThat(addresses.of(PATH)).isPresent();
    }

    @Test
    public void tellsThoseWhoWait_whenTheAddressEnds() {
        StringBuilder told = new StringBuilder();
        Address address = addresses.learn(PATH, 7);
        addresses.forget(7);
        new Waiting(timer, 1, 40_000).enter(address, new Line() {
            @Override
            public void proceed() {
                told.append("proceed");
            }

            @Override
            public void giveUp() {
                told.append("give up");
            }

            @Override
            public void gone() {
                told.append("gone");
            }
        });

        timer.advance(30_000);
        timer.advance(30_000);

        assertThat(told).hasToString("gone");
    }

    @Test
    public void isComplete_whenEveryKnownAddressIsOpen() {
        Address one = addresses.learn("/api/one/v1", 1);
        addresses.learn("/api/two/v1", 2);

        one.open((request, response) -> {});
        assertThat(addresses.complete()).isFalse();
        addresses.learn("/api/two/v1", 2).open((request, response) -> {});

        assertThat(addresses.complete()).isTrue();
    }
}
