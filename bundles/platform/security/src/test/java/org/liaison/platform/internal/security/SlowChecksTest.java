package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.liaison.platform.api.TooMany;

public class SlowChecksTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @After
    public void stop() {
        threads.shutdownNow();
    }

    @Test
    public void oneMore_isRefusedAtOnce_whenEveryPlaceIsTaken() throws Exception {
        SlowChecks checks = new SlowChecks(1, 2);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> first = threads.submit(() -> checks.inTurn("a", () -> {
            inside.countDown();
            return waits(leave);
        }));
        inside.await();
        Future<Boolean> second = threads.submit(() -> checks.inTurn("b", () -> true));
        while (checks.free() > 0) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> checks.inTurn("c", () -> true)).isInstanceOf(TooMany.class);
        leave.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isTrue();
        assertThat(checks.inTurn("c", () -> true)).isTrue();
    }

    @Test
    public void checks_runFewAtATime_andThoseOfOneAccountOneAfterTheOther() throws Exception {
        SlowChecks checks = new SlowChecks(2, 100);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ofOne = new AtomicInteger();
        AtomicInteger mostOfOne = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String account = i % 2 == 0 ? "one" : "other" + i;
            all.add(threads.submit(() -> checks.inTurn(account, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                if (account.equals("one")) {
                    mostOfOne.accumulateAndGet(ofOne.incrementAndGet(), Math::max);
                    Thread.yield();
                    ofOne.decrementAndGet();
                }
                now.decrementAndGet();
                return true;
            })));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(mostOfOne.get()).isEqualTo(1);
    }

    @Test
    public void place_isGivenBack_whenTheCheckThrows() {
        SlowChecks checks = new SlowChecks(1, 1);
        assertThatThrownBy(() -> checks.inTurn("a", () -> {
                    throw new TooMany("LOGIN_LOCKED", "x");
                }))
                .isInstanceOf(TooMany.class);
        assertThat(checks.inTurn("a", () -> true)).isTrue();
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
