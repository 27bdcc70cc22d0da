package org.camelforce.salesforcecc.operations.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A series' name with labels in braces, as in a query.
 *
 * @param name the series' name
 * @param conditions on its labels
 */
public record Selector(String name, List<Condition> conditions) {

    private static final Pattern SELECTOR = Pattern.compile("\\b(salesforce_cc_\\w+)\\{([^}]*)}");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");

    /**
     * @param label a label's name
     * @param operator how it is compared
     * @param value with what
     */
    public record Condition(String label, String operator, String value) {

        private boolean holds(Sample sample) {
            String is = sample.labels().get(label);
            if (is == null) {
                return false;
            }
            return switch (operator) {
                case "=" -> is.equals(value);
                case "!=" -> !is.equals(value);
                case "=~" -> value.startsWith("$") || is.matches(value);
                default -> value.startsWith("$") || !is.matches(value);
            };
        }
    }

    public Selector {
        conditions = List.copyOf(conditions);
    }

    /**
     * @param expression PromQL; a variable of a dashboard counts as matching anything
     * @return the selectors in it that have conditions
     */
    public static List<Selector> in(String expression) {
        List<Selector> selectors = new ArrayList<>();
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
            List<Condition> conditions = new ArrayList<>();
            Matcher condition = CONDITION.matcher(selector.group(2));
            while (condition.find()) {
                conditions.add(new Condition(condition.group(1), condition.group(2), condition.group(3)));
            }
            selectors.add(new Selector(selector.group(1), conditions));
        }
        return selectors;
    }

    /**
     * @param sample a sample of this name
     * @return whether it has all the labels, and they are as asked for
     */
    public boolean matches(Sample sample) {
        return conditions.stream().allMatch(condition -> condition.holds(sample));
    }
}
