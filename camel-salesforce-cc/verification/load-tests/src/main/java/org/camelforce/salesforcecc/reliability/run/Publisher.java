package org.camelforce.salesforcecc.reliability.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Publishes numbered events at times of its own, now and then many at once. For one thread. */
final class Publisher {

    private static final int FILLING = 200;
    private static final int BURST = 150;
    private static final int BURST_ONE_IN = 200;

    private final NumberedEvents org;
    private final RandomGenerator random;
    private final int maxMillisBetween;
    private final String filling = "x".repeat(FILLING);
    private int published;
    private Duration next = Duration.ZERO;

    /**
     * @param org where to publish
     * @param random draws the times
     * @param maxMillisBetween greatest distance between two times
     */
    Publisher(NumberedEvents org, RandomGenerator random, int maxMillisBetween) {
        this.org = org;
        this.random = random;
        this.maxMillisBetween = maxMillisBetween;
    }

    void publish() {
        published++;
        org.publish(Integer.toString(published), filling);
    }

    void tick(Duration now) {
        while (now.compareTo(next) >= 0) {
            next = next.plusMillis(1 + random.nextInt(maxMillisBetween));
            int events = random.nextInt(BURST_ONE_IN) == 0 ? BURST : 1 + random.nextInt(3);
            for (int i = 0; i < events; i++) {
                publish();
            }
        }
    }
}
