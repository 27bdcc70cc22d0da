package org.camelforce.salesforcecc.simulator.internal.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connections of clients that do not read their answers, because each of them holds the thread that writes.
 * An answer is written in pieces, so that a client that is slow has time for each of them.
 */
public final class AnswerTimer extends Handler.Wrapper {

    private static final int PIECE = 64 * 1024;

    private final Duration patience;

    /** @param patience how long to wait until a client has read a piece */
    public AnswerTimer(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Timed(request, response), callback);
    }

    private final class Timed extends Response.Wrapper {

        private final EndPoint client;

        Timed(Request request, Response response) {
            super(request, response);
            this.client = request.getConnectionMetaData().getConnection().getEndPoint();
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (content == null || !content.hasRemaining()) {
                super.write(last, content, callback);
            } else {
                new Pieces(last, content, callback).iterate();
            }
        }

        private void writePiece(boolean last, ByteBuffer piece, Callback callback) {
            super.write(last, piece, callback);
        }

        private final class Pieces extends IteratingNestedCallback {

            private final boolean last;
            private final ByteBuffer content;
            private Scheduler.@Nullable Task timer;

            Pieces(boolean last, ByteBuffer content, Callback callback) {
                super(callback);
                this.last = last;
                this.content = content;
            }

            @Override
            protected Action process() {
                stop();
                if (!content.hasRemaining()) {
                    return Action.SUCCEEDED;
                }
                int length = Math.min(content.remaining(), PIECE);
                ByteBuffer piece = content.slice(content.position(), length);
                content.position(content.position() + length);
                timer = getRequest()
                        .getComponents()
                        .getScheduler()
                        .schedule(client::close, patience.toMillis(), TimeUnit.MILLISECONDS);
                writePiece(last && !content.hasRemaining(), piece, this);
                return Action.SCHEDULED;
            }

            @Override
            protected void onCompleteFailure(Throwable failure) {
                stop();
                super.onCompleteFailure(failure);
            }

            private void stop() {
                Scheduler.Task begun = timer;
                if (begun != null) {
                    begun.cancel();
                }
            }
        }
    }
}
