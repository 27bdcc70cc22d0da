package org.camelforce.salesforcecc.operations.picture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.operations.dashboard.Dashboard;
import org.camelforce.salesforcecc.operations.dashboard.Panel;

/** A page with the panels of the dashboard in its grid. */
final class DashboardPage {

    private static final int COLUMN = 58;
    private static final int ROW = 30;
    private static final int GAP = 8;
    private static final int TITLE = 30;
    private static final int LEGEND_MARGIN = 8;
    private static final int LEGEND_LINE = 16;
    private static final int LETTER = 7;
    private static final int LETTERS_AROUND_A_NAME = 5;
    private static final Map<String, String> COLORS =
            Map.of("green", "#2f7d32", "yellow", "#b7791f", "red", "#c53030", "blue", "#2b6cb0");
    private static final String STYLE =
            """
            body{margin:0;background:#eef0f3;font:13px 'DejaVu Sans',sans-serif;color:#22262e}
            h1{font-size:19px;margin:0;padding:14px 12px 4px}
            .grid-of-panels{position:relative;margin:0 4px}
            .panel{position:absolute;background:#fff;border:1px solid #d5d9e0;border-radius:3px;box-sizing:border-box;overflow:hidden}
            .panel h2{font-size:13px;margin:0;padding:7px 10px;font-weight:bold}
            .row{position:absolute;font-size:15px;font-weight:bold;padding-top:6px}
            .stats{position:absolute;left:0;right:0;bottom:0;top:0;display:flex}
            .stat{flex:1;display:flex;flex-direction:column;align-items:center;justify-content:center;padding-top:22px}
            .stat b{font-size:26px} .stat i{font-style:normal;font-size:12px}
            .bg{color:#fff}.bg+h2{color:#fff;position:relative}
            .legend{padding:0 10px;line-height:16px;overflow:hidden;font-size:11px}
            .legend span{white-space:nowrap;display:inline-block;margin-right:13px}.legend em{display:inline-block;width:12px;height:3px;margin-right:5px;vertical-align:middle}
            .grid{stroke:#e3e6eb;fill:none}.axis{font-size:10.5px;fill:#5a6270}.line{fill:none;stroke-width:1.7}
            .none{color:#5a6270;text-align:center;padding-top:50px}
            """;

    private final Dashboard dashboard;
    private final Map<Panel, List<Series>> answers;
    private final Window window;

    DashboardPage(Dashboard dashboard, Map<Panel, List<Series>> answers, Window window) {
        this.dashboard = dashboard;
        this.answers = answers;
        this.window = window;
    }

    String html() {
        return "<!DOCTYPE html><html><head><meta charset='utf-8'><style>" + STYLE + "</style></head><body><h1>"
                + dashboard.title() + "</h1><div class='grid-of-panels'>"
                + dashboard.panels().stream().map(this::panel).collect(Collectors.joining("\n"))
                + "</div></body></html>\n";
    }

    private String panel(Panel panel) {
        Panel.Place place = panel.place();
        int width = place.width() * COLUMN - GAP;
        int height = place.height() * ROW - GAP;
        String box = String.format(
                Locale.ROOT,
                "style='left:%dpx;top:%dpx;width:%dpx;height:%dpx'",
                place.x() * COLUMN + GAP,
                place.y() * ROW + GAP,
                width,
                height);
        if (panel.isRow()) {
            return "<div class='row' " + box + ">" + panel.title() + "</div>";
        }
        List<Series> series = answers.getOrDefault(panel, List.of());
        return "<div class='panel' " + box + ">"
                + (panel.type().equals("stat")
                        ? stats(panel, series) + "<h2>" + panel.title() + "</h2>"
                        : "<h2>" + panel.title() + "</h2>" + chart(panel, series, width, height))
                + "</div>";
    }

    private String chart(Panel panel, List<Series> series, int width, int height) {
        if (series.stream().allMatch(line -> line.points().isEmpty())) {
            return "<div class='none'>No data</div>";
        }
        return Chart.svg(series, panel.unit(), width - 2, height - TITLE - legendHeight(series, width), window)
                + legend(series);
    }

    private static int legendHeight(List<Series> series, int width) {
        int letters = series.stream()
                .mapToInt(one -> one.name().length() + LETTERS_AROUND_A_NAME)
                .sum();
        int lines = 1 + letters * LETTER / width;
        return LEGEND_MARGIN + lines * LEGEND_LINE;
    }

    private static String legend(List<Series> series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> "<span><em style='background:" + Chart.COLORS.get(i % Chart.COLORS.size()) + "'></em>"
                        + series.get(i).name() + "</span>")
                .collect(Collectors.joining("", "<div class='legend'>", "</div>"));
    }

    private static String stats(Panel panel, List<Series> series) {
        String style = panel.fillsBackground() ? "bg' style='background:" : "' style='color:";
        return series.stream()
                .map(one -> "<div class='stat " + style + color(panel, one) + "'><b>"
                        + one.last()
                                .map(value -> Units.text(panel.unit(), value))
                                .orElse("unknown")
                        + "</b>" + (series.size() > 1 ? "<i>" + one.name() + "</i>" : "") + "</div>")
                .collect(Collectors.joining(
                        "", "<div class='stats" + (panel.fillsBackground() ? " bg" : "") + "'>", "</div>"));
    }

    private static String color(Panel panel, Series series) {
        double value = series.last().orElse(Double.NEGATIVE_INFINITY);
        String color = "blue";
        for (Panel.Threshold threshold : panel.thresholds()) {
            if (value >= threshold.from()) {
                color = threshold.color();
            }
        }
        return COLORS.getOrDefault(color, color);
    }
}
