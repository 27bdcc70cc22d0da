package org.camelforce.salesforcecc.test.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port at which nobody listens, and which nobody else takes meanwhile. */
public final class RefusingPort implements AutoCloseable {

    private final Socket bound = new Socket();

    /** Takes a port that the system chooses. */
    public RefusingPort() {
        try {
            bound.bind(new InetSocketAddress(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the port's number} */
    public int number() {
        return bound.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
