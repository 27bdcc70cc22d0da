package org.camelforce.salesforcecc.operations.picture;

import java.util.List;
import java.util.Locale;

/** Lines over time, as SVG. */
final class Chart {

    static final List<String> COLORS = List.of(
            "#2f7d32", "#d98e04", "#2b6cb0", "#c53030", "#7b4bb0", "#0f8a8a", "#b83280", "#6b6b1f", "#5a6270",
            "#a0522d");

    private static final int LEFT = 58;
    private static final int RIGHT = 10;
    private static final int BOTTOM = 20;
    private static final int TOP = 8;
    private static final int LINES = 4;
    private static final int TICK_SECONDS = 60;
    private static final double GAP_SECONDS = 2.5;

    private final int width;
    private final int height;
    private final Window window;
    private final double most;

    private Chart(int width, int height, Window window, double most) {
        this.width = width;
        this.height = height;
        this.window = window;
        this.most = most;
    }

    static String svg(List<Series> series, String unit, int width, int height, Window window) {
        double highest = series.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Series.Point::value)
                .max()
                .orElse(0);
        Chart chart = new Chart(width, height, window, round(highest));
        StringBuilder svg = new StringBuilder("<svg width='" + width + "' height='" + height + "'>");
        chart.grid(svg, unit);
        for (int i = 0; i < series.size(); i++) {
            svg.append(chart.line(series.get(i), COLORS.get(i % COLORS.size())));
        }
        return svg.append("</svg>").toString();
    }

    /** The next number that is easy to divide by four. */
    private static double round(double highest) {
        if (highest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double factor : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8}) {
            if (highest <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void grid(StringBuilder svg, String unit) {
        for (int i = 0; i <= LINES; i++) {
            double value = most * i / LINES;
            double y = y(value);
            svg.append(format("<path class='grid' d='M%d %.1fH%d'/>", LEFT, y, width - RIGHT))
                    .append(format(
                            "<text class='axis' text-anchor='end' x='%d' y='%.1f'>%s</text>",
                            LEFT - 6, y + 4, Units.text(unit, value)));
        }
        for (long at = window.start() + TICK_SECONDS; at < window.end(); at += TICK_SECONDS) {
            svg.append(format("<path class='grid' d='M%.1f %dV%d'/>", x(at), TOP, height - BOTTOM))
                    .append(format(
                            "<text class='axis' text-anchor='middle' x='%.1f' y='%d'>%s</text>",
                            x(at), height - 4, (at - window.start()) / TICK_SECONDS + " min"));
        }
    }

    private String line(Series series, String color) {
        StringBuilder path = new StringBuilder();
        double before = Double.NEGATIVE_INFINITY;
        for (Series.Point point : series.points()) {
            boolean gap = point.at() - before > GAP_SECONDS;
            path.append(format("%s%.1f %.1f", gap ? "M" : "L", x(point.at()), y(point.value())));
            before = point.at();
        }
        return format("<path class='line' stroke='%s' d='%s'/>", color, path);
    }

    private double x(double at) {
        return LEFT + (width - LEFT - RIGHT) * (at - window.start()) / window.seconds();
    }

    private double y(double value) {
        return height - BOTTOM - (height - BOTTOM - TOP) * value / most;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
