package org.camelforce.salesforcecc.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.migration.Hit.Kind;

/**
 * Reads routes in Java, YAML and XML for headers that choose a parameter of a Salesforce operation by the name that
 * they had before Camel 4.14.8, 4.18.3 and 4.21: {@code sObjectId} is {@code CamelSalesforceSObjectId} now.
 */
final class HeaderReader implements SourceReader {

    static final String WHY = "headers choose parameters by their names with CamelSalesforce alone";

    private static final String OWN = "sObjectName|sObjectIds?|sObjectFields|sObjectIdName|sObjectIdValue"
            + "|sObjectBlobFieldName|sObjectClass|sObjectQuery|streamQueryResult|sObjectSearch|apexMethod|apexUrl"
            + "|compositeMethod|eventSchemaId|eventSchemaFormat|apexQueryParam\\.\\w+|pkChunking"
            + "|pkChunkingChunkSize|pkChunkingParent|pkChunkingStartRow|reportMetadata|rawPath|rawMethod"
            + "|rawQueryParameters|rawHttpHeaders|approval\\.\\w+";
    /** Names that other headers and texts have, too. */
    private static final String COMMON =
            "limit|allOrNone|eventName|contentType|jobId|batchId|resultId|queryLocator|locator"
                    + "|maxRecords|reportId|includeDetails|instanceId|approval";

    private static final String ANY = "(" + OWN + "|" + COMMON + ")";
    private static final Pattern EXPRESSION =
            Pattern.compile("\\bheaders?(?:\\.|\\[['\"]?|:)" + ANY + "(?![\\w.]*\\w)");
    private static final Pattern JAVA_LITERAL = Pattern.compile("\"(" + OWN + ")\"");
    private static final Pattern JAVA_CALL = Pattern.compile("[hH]eaders?(?:As)?\\s*\\([^\"]*\"" + ANY + "\"");
    private static final Pattern XML_NAME =
            Pattern.compile("<\\w*:?\\w*[hH]eaders?\\b[^<>]*?\\b(?:name|pattern)\\s*=\\s*[\"']" + ANY + "[\"']");
    private static final Pattern YAML_NAME = Pattern.compile(
            "[hH]eaders?:\\s*(?:\\{\\s*)?(?:\\n?\\s*(?:-\\s+)?(?!name:)\\w+:[^\\n]*\\n)*?\\n?\\s*(?:-\\s+)?name:\\s*[\"']?"
                    + ANY + "(?![\\w.])");

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".java") || isXml(fileName) || isYaml(fileName);
    }

    @Override
    public List<Hit> read(Source source) {
        Set<Integer> seen = new LinkedHashSet<>();
        List<Hit> hits = new ArrayList<>();
        for (Pattern pattern : List.of(EXPRESSION, JAVA_CALL, JAVA_LITERAL, XML_NAME, YAML_NAME)) {
            Matcher matcher = pattern.matcher(source.text());
            while (matcher.find()) {
                if (!isComment(source.line(source.lineOf(matcher.start(1)))) && seen.add(matcher.start(1))) {
                    hits.add(hit(source, matcher.start(1), matcher.group(1)));
                }
            }
        }
        return hits;
    }

    private static Hit hit(Source source, int offset, String name) {
        int line = source.lineOf(offset);
        String text = source.line(line);
        int at = offset - source.startOf(line);
        String instead = text.substring(0, at) + renamed(name) + text.substring(at + name.length());
        return new Hit(Kind.HEADER, line, text.strip(), instead.strip(), WHY);
    }

    private static String renamed(String name) {
        return "CamelSalesforce" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("//") || text.startsWith("*") || text.startsWith("/*") || text.startsWith("#");
    }

    private static boolean isXml(String fileName) {
        return fileName.endsWith(".xml");
    }

    private static boolean isYaml(String fileName) {
        return fileName.endsWith(".yaml") || fileName.endsWith(".yml");
    }
}
