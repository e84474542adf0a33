package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;

public class WaitingTest {
    private static final Served SERVED = (request, response) -> {};
    private final FakeTimer timer = new FakeTimer();
    private final Waiting waiting = new Waiting(timer, 2, 30_000);
    private final Address address = new Address();
    private final List<String> told = new ArrayList<>();

    @After
    public void stop() {
        timer.shutdownNow();
    }

    @Test
    public void comesIn_whenTheAddressIsOpen() {
        address.open(SERVED);

        assertThat(waiting.enter(address, line("a"))).isEqualTo(Address.Entry.OPEN);
        assertThat(told).isEmpty();
    }

    @Test
    public void proceedsOnce_whenTheAddressOpensWhileItWaits() {
        assertThat(waiting.enter(address, line("a"))).isEqualTo(Address.Entry.WAITS);
        assertThat(waiting.enter(address, line("b"))).isEqualTo(Address.Entry.WAITS);

        address.open(SERVED).forEach(Line::proceed);
        timer.advance(60_000);

        assertThat(told).containsExactly("a proceeds", "b proceeds");
        assertThat(waiting.size()).isZero();
    }

    @Test
    public void givesUpOnce_whenTheTimeIsOver() {
        waiting.enter(address, line("a"));

        timer.advance(29_999);
        assertThat(told).isEmpty();
        timer.advance(1);
        address.open(SERVED).forEach(Line::proceed);

        assertThat(told).containsExactly("a gives up");
        assertThat(waiting.size()).isZero();
    }

    @Test
    public void findsNoPlace_whenTheRoomIsFull() {
        waiting.enter(address, line("a"));
        waiting.enter(address, line("b"));

        assertThat(waiting.enter(address, line("c"))).isEqualTo(Address.Entry.FULL);

        address.open(SERVED).forEach(Line::proceed);
        address.close();
        assertThat(waiting.enter(address, line("d"))).isEqualTo(Address.Entry.WAITS);
    }

    @Test
    public void refusesASecondOpening_whenTheAddressIsOpen() {
        address.open(SERVED);

        assertThatThrownBy(() -> address.open(SERVED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void drainReturns_whenTheLastRequestLeaves() throws Exception {
        address.open(SERVED);
        assertThat(address.enter()).isSameAs(SERVED);
        address.close();
        assertThat(address.enter()).isNull();

        CompletableFuture<Integer> drain = CompletableFuture.supplyAsync(() -> drain(60_000));
        assertThat(drain).isNotDone();
        address.leave();

        assertThat(drain.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    public void drainEndsWithTheRest_whenARequestOutlastsIt() {
        address.open(SERVED);
        address.enter();
        address.close();

        assertThat(drain(20)).isEqualTo(1);
    }

    private int drain(long millis) {
        try {
            return address.drain(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Line line(String name) {
        return new Line() {
            @Override
            public void proceed() {
                told.add(name + " proceeds");
            }

            @Override
            public void giveUp() {
                told.add(name + " gives up");
            }

            @Override
            public void gone() {
                told.add(name + " is gone");
            }
        };
    }
}
