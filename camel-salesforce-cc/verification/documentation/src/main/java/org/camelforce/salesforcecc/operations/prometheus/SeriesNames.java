package org.camelforce.salesforcecc.operations.prometheus;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.metrics.LoginObservation;
import org.camelforce.salesforcecc.internal.metrics.RequestObservation;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;

/** The names of the component's series in Prometheus. */
public final class SeriesNames {

    /** How they all begin. */
    public static final String PREFIX = "salesforce_cc_";

    /** How the name of a series ends that has the label {@code le} besides those of its meter. */
    public static final String BUCKET = "_bucket";

    private static final Pattern NAME = Pattern.compile("\\b" + PREFIX + "[a-z0-9_]+\\b");

    private SeriesNames() {}

    /**
     * @param meter a documented meter
     * @return its series
     */
    public static List<String> of(SalesforceCcMeter meter) {
        String unit = meter.unit() == null ? "" : "_" + meter.unit();
        List<String> names = of(meter.id(), meter.type(), unit);
        return meter.hasBuckets()
                ? Stream.concat(names.stream(), Stream.of(meter.id().replace('.', '_') + unit + BUCKET))
                        .toList()
                : names;
    }

    /** @return the series of the observations of logins and requests, where a registry with meters handles them */
    public static List<String> ofTheObservations() {
        return Stream.of(LoginObservation.NAME, RequestObservation.NAME)
                .flatMap(name -> Stream.of(name, name + ".active"))
                .flatMap(name -> of(name, SalesforceCcMeter.Type.TIMER, "_seconds").stream())
                .toList();
    }

    /**
     * @param expression PromQL
     * @return the names of the component's series in it
     */
    public static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(expression);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static List<String> of(String id, SalesforceCcMeter.Type type, String unit) {
        String name = id.replace('.', '_') + unit;
        return switch (type) {
            case COUNTER -> List.of(name + "_total");
            case TIMER, DISTRIBUTION_SUMMARY -> List.of(name + "_count", name + "_sum", name + "_max");
            case GAUGE -> List.of(name);
        };
    }
}
