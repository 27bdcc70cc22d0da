package org.camelforce.salesforcecc.simulator.badinput;

import java.util.List;
import java.util.Random;

/** Texts that servers stumble over. */
final class Nasty {

    static final List<String> SEGMENTS = List.of(
            "..", ".", "%2e%2e", "%2F", "%5C", "%00", "%zz", "%", "%c0%af", "%ff", "%F0%9F%98%80", ";a=b", "'", "%27",
            "%22", "%0d%0aX-Injected:%201", "*", "%25s%25n", "{id}", "@%7Ba.id%7D", "null", "-1", "99999999999999999999",
            "x".repeat(5_000), "%E2%80%AE", "~", "%7B%7D", "Id", "describe", "%C4%B0", "a%20b", "+");

    static final List<String> VALUES = List.of(
            "", " ", "0", "-1", "1", "2147483648", "9223372036854775808", "1e400", "NaN", "true", "null", "undefined",
            "'", "''", "\"", "\\", "%", "%%%", "_", "\u0000", "\u0001", "\uFEFF", "\uD83D\uDE00", "\u0130", "\u202E",
            "' OR 1=1 --", "'; DROP TABLE \"Account\"; --", "a;b,c", "a\r\nb", "../../etc/passwd", "${jndi:ldap://x}",
            "2026-02-30", "2026-13-01T25:61:61Z", "+999999999-12-31T23:59:59Z", "x".repeat(5_000), "(".repeat(500),
            "001000000000000", "001000000000000AAA", "000000000000000AAA", "zzz000000000001AAA", "00Q\u00E9", "@{a.id}", "[]", "{}");

    static final List<String> TYPES = List.of(
            "", "text/plain", "application/json", "application/xml", "text/xml", "text/csv", "application/octet-stream",
            "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"", "multipart/form-data; boundary=" + "b".repeat(300),
            "multipart/mixed; boundary=BOUNDARY", "application/json; charset=nope", "application/json; charset=UTF-16",
            "text/csv; charset=ISO-8859-1", "nonsense", "/", ";;;", "application/zip", "zip/csv", "text/csv;charset=\"");

    static final List<String[]> HEADERS = List.of(
            h("Accept", "application/xml"), h("Accept", "text/csv"), h("Accept", "nonsense"), h("Accept", "*/*;q=x"),
            h("Accept", ""), h("Accept", "application/json;q=0"), h("Accept-Encoding", "gzip, br;q=9"),
            h("Content-Encoding", "gzip"), h("Content-Encoding", "deflate"), h("Content-Encoding", "br"),
            h("Content-Encoding", "gzip, gzip"), h("Content-Encoding", ""), h("If-Modified-Since", "yesterday"),
            h("If-Modified-Since", "Sat, 29 Feb 2026 25:00:00 GMT"), h("If-Unmodified-Since", "0"),
            h("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"), h("If-Match", "*"), h("If-Match", "\"x"),
            h("If-None-Match", "*"), h("Authorization", ""), h("Authorization", "Bearer"), h("Authorization", "Basic %%%"),
            h("Authorization", "Bearer a.b.c"), h("Authorization", "Basic Og=="), h("Authorization", "OAuth \u00e9"),
            h("Sforce-Query-Options", "batchSize=abc"), h("Sforce-Query-Options", "batchSize=99999999999"),
            h("Sforce-Query-Options", "batchSize=-5"), h("Sforce-Call-Options", ";;=,"), h("Sforce-Auto-Assign", "\""),
            h("Sforce-Enable-PKChunking", "chunkSize=0"), h("Sforce-Enable-PKChunking", "chunkSize=99999999999"),
            h("Sforce-Enable-PKChunking", "=;="), h("Sforce-Duplicate-Rule-Header", "x"), h("Expect", "100-continue"),
            h("Expect", "x"), h("Range", "bytes=-1"), h("X-HTTP-Method-Override", "DELETE"), h("Cookie", "BAYEUX_BROWSER=\";;"),
            h("Cookie", "a=b; ; =c; \u00e9"), h("X-Long", "x".repeat(20_000)), h("Host", ""), h("Host", "other host"),
            h("Upgrade", "h2c"), h("Connection", "close"), h("Transfer-Encoding", "identity"), h("X-Forwarded-Host", "a\u0001"));

    static final List<String> TOKENS = List.of(
            "'", "\"", "(", ")", "((((", ",", ".", "--", "/*", ";", "*", "\\", "LIMIT 99999999999999999999", "OFFSET -1",
            "OFFSET 2001", "LIMIT", "NULL", "IN ()", "NOT", "AND", "OR", "LIKE '%\\'", "LIKE '" + "%a".repeat(300) + "'",
            "= 1e999", "= " + "9".repeat(400), "= 2026-99-99", "= LAST_N_DAYS:99999999999", "= N_YEARS_AGO:999999",
            "FIELDS(ALL)", "COUNT()", "SUM(Name)", "GROUP BY", "HAVING", "TYPEOF", "FOR UPDATE", "USING SCOPE mine",
            "WITH SECURITY_ENFORCED", "ORDER BY Id", "DISTANCE(a, GEOLOCATION(999,999), 'mi')", "FORMAT(Id)", ":bind",
            "\u0000", "\uD800", "\u0130d", "Owner.Owner.Owner.Owner.Owner.Owner.Id", "(SELECT Id FROM Contacts)",
            "INFORMATION_SCHEMA.TABLES", "'; SHUTDOWN; --", "?1", "$1", "RETURNING", "FIND {", "}", "{", "AND (NOT ",
            "Id IN (SELECT AccountId FROM Contact)", "CALENDAR_YEAR(CreatedDate)", "ROLLUP", "= ''", "\\u0000");

    private Nasty() {}

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String[] h(String name, String value) {
        return new String[] {name, value};
    }
}
