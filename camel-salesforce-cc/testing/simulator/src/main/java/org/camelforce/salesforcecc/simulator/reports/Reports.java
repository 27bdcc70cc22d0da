package org.camelforce.salesforcecc.simulator.reports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The org's reports, to define. Their results come from the org's records. Safe for use by several threads.
 *
 * <pre>{@code
 * String id = simulator.reports().define(Reports.Report.of("Big deals", "Opportunity", "Name", "Amount")
 *         .groupedBy("StageName")
 *         .withAggregates("RowCount", "s!Amount")
 *         .withFilter("Amount", "greaterThan", "1000"));
 * }</pre>
 */
public interface Reports {

    /**
     * Defines a report.
     *
     * @param report the report
     * @return its 18-character id, which a query of object {@code Report} also finds
     * @throws IllegalArgumentException if the org has no such object or field
     */
    String define(Report report);

    /**
     * @param length how long an asynchronous run takes by the org's clock; default one second, half of it in status
     *     {@code New} and half of it in status {@code Running}
     */
    void setRunTime(Duration length);

    /**
     * A report. Columns are fields of its object and of its parents, named as in SOQL.
     *
     * @param name what people read
     * @param object name of the object whose records it shows
     * @param columns the columns of its details
     * @param groupings the columns that it groups rows by; empty for a tabular report
     * @param aggregates its summaries: {@code RowCount}, {@code s!} (sum), {@code a!} (average), {@code m!} (smallest)
     *     and {@code x!} (greatest), each followed by a column
     * @param filters the filters, all of which a record has to pass
     */
    record Report(
            String name,
            String object,
            List<String> columns,
            List<String> groupings,
            List<String> aggregates,
            List<Filter> filters) {

        /** Takes copies of the lists. */
        public Report {
            columns = List.copyOf(columns);
            groupings = List.copyOf(groupings);
            aggregates = List.copyOf(aggregates);
            filters = List.copyOf(filters);
        }

        /**
         * @param name what people read
         * @param object name of the object whose records it shows
         * @param columns the columns of its details
         * @return a tabular report of all records, which counts them
         */
        public static Report of(String name, String object, String... columns) {
            return new Report(name, object, List.of(columns), List.of(), List.of("RowCount"), List.of());
        }

        /**
         * @param fields the columns that it groups rows by
         * @return this report as a summary report
         */
        public Report groupedBy(String... fields) {
            return new Report(name, object, columns, List.of(fields), aggregates, filters);
        }

        /**
         * @param summaries its summaries
         * @return this report with them in the place of those that it has
         */
        public Report withAggregates(String... summaries) {
            return new Report(name, object, columns, groupings, List.of(summaries), filters);
        }

        /**
         * @param column a column
         * @param operator {@code equals}, {@code notEqual}, {@code lessThan}, {@code greaterThan}, {@code lessOrEqual},
         *     {@code greaterOrEqual}, {@code contains}, {@code notContain} or {@code startsWith}
         * @param value what the column is compared with; several values of {@code equals} are separated by commas
         * @return this report with one more filter
         */
        public Report withFilter(String column, String operator, String value) {
            List<Filter> more = new ArrayList<>(filters);
            more.add(new Filter(column, operator, value));
            return new Report(name, object, columns, groupings, aggregates, more);
        }
    }

    /**
     * A filter of a report.
     *
     * @param column a column
     * @param operator how it is compared
     * @param value what it is compared with
     */
    record Filter(String column, String operator, String value) {}
}
