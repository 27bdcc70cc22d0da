package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.RowSink;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.jspecify.annotations.Nullable;

/** Splits queries by the ids of records (Bulk API Developer Guide, "PK Chunking Header"). */
final class PkChunks {

    static final String HEADER = "Sforce-Enable-PKChunking";

    private static final Pattern PARAMETER = Pattern.compile("\\s*(\\w+)\\s*=\\s*(\\S*)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<String> WITHOUT_EFFECT = Set.of("startrow", "parent");
    private static final int DEFAULT = 100_000;
    private static final int LARGEST = 250_000;
    // Bulk API Developer Guide, "Limits": each chunk is a batch, and an org has so many of them a day.
    private static final int MAX_CHUNKS = 15_000;
    private static final int ID_LENGTH = 15;

    private PkChunks() {}

    /** The chunk size that a header asks for; 0 for no chunks. */
    static int size(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equalsIgnoreCase("false")) {
            return 0;
        }
        int size = DEFAULT;
        for (String part : header.strip().equalsIgnoreCase("true") ? new String[0] : header.split(";", -1)) {
            Matcher parameter = PARAMETER.matcher(part);
            if (parameter.matches() && parameter.group(1).equalsIgnoreCase("chunkSize")) {
                size = chunkSize(parameter.group(2));
            } else if (!parameter.matches()
                    || !WITHOUT_EFFECT.contains(parameter.group(1).toLowerCase(Locale.ROOT))) {
                throw BulkError.INVALID_JOB.because(
                        "The header " + HEADER + " must be TRUE, FALSE, or parameters such as chunkSize=50000");
            }
        }
        return size;
    }

    private static int chunkSize(String value) {
        int size = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (size < 1 || size > LARGEST) {
            throw BulkError.INVALID_JOB.because("The chunk size must be from 1 to " + LARGEST);
        }
        return size;
    }

    /** The queries that take the place of one, in the order of the ids. */
    static List<String> split(String soql, int size, BulkRecords records) {
        SoqlQuery query = JobFactory.supported(soql);
        List<String> ends = new ArrayList<>();
        for (String order : List.of("ASC", "DESC")) {
            SoqlQuery end = Soql.parse("SELECT Id FROM " + query.objectName() + " ORDER BY Id " + order + " LIMIT 1");
            records.stream(end, new QueryScope("", true), new RowSink() {
                @Override
                public void columns(List<String> names) {
                    // there is one
                }

                @Override
                public void row(List<String> values) throws IOException {
                    ends.add(values.get(0));
                }
            });
        }
        List<String> queries = new ArrayList<>();
        if (ends.isEmpty()) {
            return queries;
        }
        String prefix = ends.get(0).substring(0, 3);
        long first = SalesforceId.number(ends.get(0));
        long last = SalesforceId.number(ends.get(1));
        if ((last - first) / size >= MAX_CHUNKS) {
            throw BulkError.EXCEEDED_QUOTA.because("The query has more than " + MAX_CHUNKS + " chunks");
        }
        for (long from = first; from <= last; from += size) {
            queries.add(within(query, id(prefix, from), id(prefix, from + size)));
        }
        return queries;
    }

    private static String id(String prefix, long number) {
        return SalesforceId.of(prefix, number).substring(0, ID_LENGTH);
    }

    private static String within(SoqlQuery query, String from, String until) {
        String range = "Id >= '" + from + "' AND Id < '" + until + "'";
        String text = query.text();
        String before = text.substring(0, query.whereText().from());
        String after = text.substring(query.whereText().until());
        String condition =
                text.substring(query.whereText().from(), query.whereText().until());
        String whole = query.where() == null
                ? before + " WHERE " + range + after
                : before + "(" + condition + ") AND " + range + after;
        return Soql.parse(whole).text();
    }
}
