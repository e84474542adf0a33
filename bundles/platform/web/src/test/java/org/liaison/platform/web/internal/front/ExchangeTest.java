package org.liaison.platform.web.internal.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;

public class ExchangeTest {
    @Rule
    public MockitoRule mocks = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Mock
    private HttpServletRequest request;

    @Mock
    private HttpServletResponse response;

    @Mock
    private AsyncContext async;

    private final FakeTimer timer = new FakeTimer();
    private final Waiting waiting = new Waiting(timer, 1, 30_000);
    private final Address address = new Address();
    private final AtomicBoolean late = new AtomicBoolean();
    private final List<String> seen = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Served served = (request, response) ->
            seen.add("served " + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

    @Before
    public void container() throws IOException {
        lenient().when(request.startAsync(any(), any())).thenReturn(async);
        lenient()
                .doAnswer(call -> {
                    call.<Runnable>getArgument(0).run();
                    return null;
                })
                .when(async)
                .start(any());
        lenient().when(response.getOutputStream()).thenReturn(new ServletOutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException();
            }
        });
    }

    @After
    public void stop() {
        timer.shutdownNow();
    }

    @Test
    public void servesOnTheCallingThread_whenTheAddressIsOpen() {
        address.open(served);

        exchange().withoutBody();

        assertThat(seen).containsExactly("served ", "end");
        verify(request, never()).startAsync(any(), any());
    }

    @Test
    public void waitsAndIsServedOnce_whenTheAddressOpensLater() {
        exchange().withoutBody();
        assertThat(seen).isEmpty();

        address.open(served).forEach(Line::proceed);
        timer.advance(60_000);

        assertThat(seen).containsExactly("served ", "end");
        verify(async).complete();
    }

    @Test
    public void answers503_whenTheAddressStaysAway() {
        exchange().withoutBody();

        timer.advance(30_000);

        verify(response).setStatus(503);
        verify(response).setHeader("Retry-After", "5");
        verify(async).complete();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"UNAVAILABLE\"");
        assertThat(seen).containsExactly("end");
    }

    @Test
    public void answers503AtOnce_whenTheWaitingRoomIsFull() {
        exchange().withoutBody();

        exchange().withoutBody();

        verify(response).setStatus(503);
    }

    @Test
    public void answers404_whenTheAddressIsNoMoreWhileItWaits() {
        exchange().withoutBody();

        address.takeWaiting().forEach(Line::gone);

        verify(response).setStatus(404);
        verify(async).complete();
    }

    @Test
    public void servesTheWholeBody_whenItCameInPieces() throws Exception {
        address.open(served);
        FakeBody body = new FakeBody();
        doAnswer(call -> body).when(request).getInputStream();

        exchange().withBody(new Spool(folder.getRoot().toPath(), 100), late::get);
        body.arrive("half ");
        assertThat(seen).isEmpty();
        body.arrive("whole");
        body.end();

        assertThat(seen).containsExactly("served half whole", "end");
        verify(async).complete();
    }

    @Test
    public void answers413Once_whenTheBodyPassesItsLimit() throws Exception {
        FakeBody body = new FakeBody();
        doAnswer(call -> body).when(request).getInputStream();

        exchange().withBody(new Spool(folder.getRoot().toPath(), 4), late::get);
        body.arrive("too long");
        body.end();

        verify(response).setStatus(413);
        verify(async).complete();
        assertThat(seen).containsExactly("end");
    }

    @Test
    public void answers408Once_whenTheBodyDripsTooLong() throws Exception {
        FakeBody body = new FakeBody();
        doAnswer(call -> body).when(request).getInputStream();

        exchange().withBody(new Spool(folder.getRoot().toPath(), 1_000_000), late::get);
        body.arrive("x".repeat(200_000));
        assertThat(seen).isEmpty();
        late.set(true);
        body.arrive("y");
        body.arrive("z");
        body.end();

        verify(response).setStatus(408);
        verify(async).complete();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"UPLOAD_TIMEOUT\"")
                .contains("请重新提交");
        assertThat(folder.getRoot().list()).isEmpty();
        assertThat(seen).containsExactly("end");
    }

    @Test
    public void leavesNothingOnDisk_whenTheClientBreaksOff() throws Exception {
        FakeBody body = new FakeBody();
        doAnswer(call -> body).when(request).getInputStream();

        exchange().withBody(new Spool(folder.getRoot().toPath(), 1_000_000), late::get);
        body.arrive("x".repeat(200_000));
        assertThat(folder.getRoot().list()).hasSize(1);
        body.breakOff();

        assertThat(folder.getRoot().list()).isEmpty();
        verify(response).setStatus(400);
    }

    @Test
    public void tellsOnlyAnId_whenTheInterfaceThrows() {
        address.open((request, response) -> {
            throw new IllegalStateException("secret");
        });

        exchange().withoutBody();

        verify(response).setStatus(500);
        verify(response).setContentLength(anyInt());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("INTERNAL").doesNotContain("secret");
        address.close();
    }

    private Exchange exchange() {
        return new Exchange(request, response, address, waiting, () -> seen.add("end"));
    }
}
