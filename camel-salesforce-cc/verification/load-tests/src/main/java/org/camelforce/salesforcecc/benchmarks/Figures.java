package org.camelforce.salesforcecc.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** Figures as text. */
final class Figures {

    private static final double MILLIS_PER_SECOND = 1_000;

    private Figures() {}

    static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS_PER_SECOND);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
