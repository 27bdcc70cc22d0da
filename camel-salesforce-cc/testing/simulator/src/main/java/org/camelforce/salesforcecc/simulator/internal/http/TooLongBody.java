package org.camelforce.salesforcecc.simulator.internal.http;

import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;

/** A body that is too long to be read. */
final class TooLongBody implements Content.Source {

    @Override
    public Content.Chunk read() {
        return Content.Chunk.from(new TooLongException(), true);
    }

    @Override
    public void demand(Runnable callback) {
        callback.run();
    }

    @Override
    public void fail(Throwable failure) {
        // it has failed
    }

    /** Makes what reads the body fail as if the client had gone, and the answer be 413. */
    private static final class TooLongException extends IOException implements HttpException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the body is too long");
        }

        @Override
        public int getCode() {
            return HttpStatus.PAYLOAD_TOO_LARGE_413;
        }

        @Override
        public String getReason() {
            return HttpStatus.getMessage(getCode());
        }
    }
}
