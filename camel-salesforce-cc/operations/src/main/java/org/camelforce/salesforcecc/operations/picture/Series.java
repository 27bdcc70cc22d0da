package org.camelforce.salesforcecc.operations.picture;

import java.util.List;
import java.util.Optional;

/**
 * A line of a panel.
 *
 * @param name how the legend names it
 * @param points without those that are not a number
 */
record Series(String name, List<Point> points) {

    Series {
        points = List.copyOf(points);
    }

    /**
     * @param at seconds since 1970
     * @param value what was then
     */
    record Point(double at, double value) {}

    Optional<Double> last() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(points.get(points.size() - 1).value());
    }
}
