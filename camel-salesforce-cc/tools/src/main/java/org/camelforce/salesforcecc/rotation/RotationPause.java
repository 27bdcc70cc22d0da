package org.camelforce.salesforcecc.rotation;

import java.time.Duration;

/** How a rotation waits until it tries again. */
@FunctionalInterface
public interface RotationPause {

    /**
     * @param length how long to hold the calling thread
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void pause(Duration length) throws InterruptedException;

    /** @return waits in real time */
    static RotationPause real() {
        return length -> Thread.sleep(length.toMillis());
    }
}
