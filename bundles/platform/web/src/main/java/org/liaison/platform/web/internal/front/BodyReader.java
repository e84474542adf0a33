package org.liaison.platform.web.internal.front;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.liaison.platform.web.internal.error.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a body in as it comes, on no thread of its own: a slow client holds a place but no thread. It is asked for the time
 * with each piece; a client that sends no more pieces is ended by the idle time of its connection.
 */
final class BodyReader implements ReadListener {
    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    private final ServletInputStream in;
    private final Spool spool;
    private final BooleanSupplier late;
    private final Outcome outcome;
    private final byte[] piece = new byte[16 * 1024];
    private boolean ended;

    /** @param late whether the body has taken too long by now */
    BodyReader(ServletInputStream in, Spool spool, BooleanSupplier late, Outcome outcome) {
        this.in = in;
        this.spool = spool;
        this.late = late;
        this.outcome = outcome;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended && in.isReady()) {
            if (late.getAsBoolean()) {
                fail(Problem.of(408, "UPLOAD_TIMEOUT", "内容未能在规定时间内传完，请重新提交"));
                return;
            }
            int read = in.read(piece);
            if (read < 0) {
                return;
            }
            try {
                spool.write(piece, read);
            } catch (Spool.TooLarge e) {
                fail(Answers.tooLarge(e.limit()));
            } catch (IOException e) {
                LOG.error("A request body cannot be kept", e);
                fail(Problem.of(503, "STORAGE_FULL", "暂时无法接收内容，请稍后再试"));
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (!ended) {
            ended = true;
            outcome.read();
        }
    }

    @Override
    public void onError(Throwable error) {
        LOG.debug("A request body broke off", error);
        fail(
                error instanceof TimeoutException || error.getCause() instanceof TimeoutException
                        ? Problem.of(408, "UPLOAD_TIMEOUT", "上传中断，请重新提交")
                        : Problem.of(400, "BODY_BROKEN", "内容没有完整到达，请重新提交"));
    }

    private void fail(Problem problem) {
        if (!ended) {
            ended = true;
            outcome.failed(problem);
        }
    }

    /** How it ended; one of the two is told, once. */
    interface Outcome {
        void read();

        void failed(Problem problem);
    }
}
