package org.camelforce.salesforcecc.internal.operation.query;

import java.util.regex.Pattern;

/** Where the next page of a query is: a path of the org's query resources, and nothing else. */
final class NextRecordsUrl {

    /** What it must be, to go after "must be". */
    static final String DESCRIPTION =
            "the nextRecordsUrl of a query, a path such as /services/data/v62.0/query/01gRO0000016PIAYA2-2000";

    private static final Pattern FORM = Pattern.compile(
            "/services/data/v[0-9]{1,3}\\.[0-9]/(?:tooling/)?(?:query|queryAll)/[A-Za-z0-9][A-Za-z0-9_~=.-]*");

    private NextRecordsUrl() {}

    static boolean isOne(String url) {
        return FORM.matcher(url).matches();
    }
}
