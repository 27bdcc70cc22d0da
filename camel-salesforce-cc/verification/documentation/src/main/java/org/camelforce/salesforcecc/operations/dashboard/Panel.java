package org.camelforce.salesforcecc.operations.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel of the dashboard.
 *
 * @param id its number
 * @param type {@code stat}, {@code timeseries} or {@code row}
 * @param title its title
 * @param description what the reader should conclude
 * @param unit Grafana's name of the unit, empty if there is none
 * @param thresholds where the colour changes, the first step without its value
 * @param fillsBackground whether the colour is that of the background, not of the value
 * @param place where it is
 * @param targets what it shows
 */
public record Panel(
        int id,
        String type,
        String title,
        String description,
        String unit,
        List<Threshold> thresholds,
        boolean fillsBackground,
        Place place,
        List<Target> targets) {

    public Panel {
        thresholds = List.copyOf(thresholds);
        targets = List.copyOf(targets);
    }

    /**
     * @param x column of the left edge, of 24
     * @param y row of the upper edge
     * @param width in columns
     * @param height in rows
     */
    public record Place(int x, int y, int width, int height) {

        /**
         * @param other another place
         * @return whether they have a cell in common
         */
        public boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /**
     * @param expression PromQL, with the dashboard's variables
     * @param legend how its series are named, with labels in double braces
     */
    public record Target(String expression, String legend) {}

    /**
     * @param from lower end, minus infinity for the first step
     * @param color Grafana's name of the colour
     */
    public record Threshold(double from, String color) {}

    /** @return whether it is the heading of the panels below it */
    public boolean isRow() {
        return type.equals("row");
    }

    static Panel of(JsonNode panel) {
        JsonNode defaults = panel.path("fieldConfig").path("defaults");
        JsonNode place = panel.path("gridPos");
        List<Threshold> thresholds = new ArrayList<>();
        defaults.path("thresholds")
                .path("steps")
                .forEach(step -> thresholds.add(new Threshold(
                        step.path("value").isNumber() ? step.path("value").asDouble() : Double.NEGATIVE_INFINITY,
                        step.path("color").asText())));
        List<Target> targets = new ArrayList<>();
        panel.path("targets")
                .forEach(target -> targets.add(new Target(
                        target.path("expr").asText(),
                        target.path("legendFormat").asText())));
        return new Panel(
                panel.path("id").asInt(),
                panel.path("type").asText(),
                panel.path("title").asText(),
                panel.path("description").asText(),
                defaults.path("unit").asText(),
                thresholds,
                panel.path("options").path("colorMode").asText().equals("background"),
                new Place(
                        place.path("x").asInt(-1),
                        place.path("y").asInt(-1),
                        place.path("w").asInt(),
                        place.path("h").asInt()),
                targets);
    }
}
