package org.camelforce.salesforcecc.internal.migration;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/**
 * Message headers that choose a parameter of a Salesforce operation by the name that they had before Camel 4.14.8,
 * 4.18.3 and 4.21: {@code sObjectId} is {@code CamelSalesforceSObjectId} now.
 */
final class OldHeaders {

    static final String WHY = "only headers that begin with CamelSalesforce choose a parameter";

    private static final String OWN = "sObjectName|sObjectIds?|sObjectFields|sObjectIdName|sObjectIdValue"
            + "|sObjectBlobFieldName|sObjectClass|sObjectQuery|streamQueryResult|sObjectSearch|apexMethod|apexUrl"
            + "|compositeMethod|eventSchemaId|eventSchemaFormat|apexQueryParam\\.\\w+|pkChunking"
            + "|pkChunkingChunkSize|pkChunkingParent|pkChunkingStartRow|reportMetadata|rawPath|rawMethod"
            + "|rawQueryParameters|rawHttpHeaders|approval\\.\\w+";
    /** Names that other headers have, too. */
    private static final String COMMON =
            "limit|allOrNone|eventName|contentType|jobId|batchId|resultId|queryLocator|locator"
                    + "|maxRecords|reportId|includeDetails|instanceId|approval";

    private static final Pattern OWN_NAME = Pattern.compile(OWN);
    private static final Pattern COMMON_NAME = Pattern.compile(COMMON);
    private static final Pattern EXPRESSION =
            Pattern.compile("\\bheaders?(?:\\.|\\[['\"]?|:)(" + OWN + "|" + COMMON + ")(?![\\w.]*\\w)");

    private static final Pattern HTTP =
            Pattern.compile("(?:platform-http|servlet|jetty|netty-http|undertow|vertx-websocket|rest):");
    private static final Pattern SALESFORCE = Pattern.compile("[\"'>\\s]salesforce(?:-cc)?:");
    private static final String FROM_HTTP =
            "parameters and headers of the HTTP request, such as sObjectId, no longer choose anything; where the route"
                    + " counts on them, set CamelSalesforce headers";

    private OldHeaders() {}

    /** Whether no other header than Salesforce's has the name. */
    static boolean isOwn(String name) {
        return OWN_NAME.matcher(name).matches();
    }

    /**
     * Renames a header.
     *
     * @param name where its name stands
     * @param salesforce whether the message certainly goes to Salesforce
     */
    static void name(Source source, Range name, boolean salesforce, Places places) {
        String old = source.text().substring(name.start(), name.end());
        boolean own = isOwn(old);
        if (own || COMMON_NAME.matcher(old).matches()) {
            rename(source, name, old, own || salesforce, places);
        }
    }

    /** Suggests a name for what may be a header. */
    static void suggestion(Source source, Range name, Places places) {
        rename(source, name, source.text().substring(name.start(), name.end()), false, places);
    }

    private static void rename(Source source, Range name, String old, boolean sure, Places places) {
        String renamed = "CamelSalesforce" + old.substring(0, 1).toUpperCase(Locale.ROOT) + old.substring(1);
        places.fill(
                Kind.HEADER,
                source,
                name,
                renamed,
                sure ? renamed : null,
                sure ? WHY : WHY + "; rename it if it is the header of a message to Salesforce");
    }

    /** Asks for a look at a route that begins with an HTTP request, if it sets no headers for Salesforce itself. */
    static void fromHttp(Source source, Range uri, String route, Places places) {
        if (HTTP.matcher(source.text()).region(uri.start(), uri.end()).lookingAt()
                && SALESFORCE.matcher(route).find()
                && !route.contains("CamelSalesforce")) {
            places.look(Kind.HEADER, source, uri.start(), FROM_HTTP);
        }
    }

    /** Renames headers in expressions such as <code>${header.sObjectId}</code>. */
    static void expressions(Source source, Range text, boolean salesforce, Places places) {
        Matcher matcher = EXPRESSION.matcher(source.text()).region(text.start(), text.end());
        while (matcher.find()) {
            name(source, new Range(matcher.start(1), matcher.end(1)), salesforce, places);
        }
    }
}
