package org.camelforce.salesforcecc.operations.picture;

import java.util.Locale;

/** Values as Grafana writes them, for the units that the dashboard has. */
final class Units {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;

    private Units() {}

    static String text(String unit, double value) {
        return switch (unit) {
            case "bool_yes_no" -> value == 0 ? "No" : "Yes";
            case "percentunit" -> number(value * HUNDRED) + " %";
            case "s" -> duration(value);
            default -> value >= THOUSAND ? number(value / THOUSAND) + " K" : number(value);
        };
    }

    private static String duration(double seconds) {
        if (seconds == 0) {
            return "0 s";
        }
        if (seconds < 1) {
            return number(seconds * THOUSAND) + " ms";
        }
        if (seconds < 2 * MINUTE) {
            return number(seconds) + " s";
        }
        return seconds < 2 * HOUR ? number(seconds / MINUTE) + " min" : number(seconds / HOUR) + " h";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
