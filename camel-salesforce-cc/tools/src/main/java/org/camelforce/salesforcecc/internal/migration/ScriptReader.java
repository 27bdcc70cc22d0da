package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.EndpointUri.Position;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Recognises routes and components in Kotlin, Groovy and Scala; an endpoint's URI in quotes is certain. */
final class ScriptReader implements SourceReader {

    private static final Set<String> EXTENSIONS = Set.of("kt", "kts", "groovy", "scala");
    private static final String CLASSES = "Salesforce(?:Component|LoginConfig)";
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:val|var|def|" + CLASSES + ")\\s+(\\w+)\\s*(?::\\s*"
            + CLASSES + "\\s*\\??\\s*)?=\\s*(?:new\\s+)?" + CLASSES + "\\b|\\b(\\w+)\\s*:\\s*" + CLASSES + "\\b");
    private static final Pattern BLOCK =
            Pattern.compile("\\b" + CLASSES + "\\s*(?:\\(\\s*\\))?\\s*(?:(?:\\.|\\?\\.)\\s*\\w+\\s*)?(?<open>[({])");
    private static final String OPTIONS = "(?:set)?([uU]serName|[pP]assword|[rR]efreshToken|[kK]eystore|[jJ]wtAudience"
            + "|[aA]uthenticationType|[lL]oginUrl)\\s*(?:=(?!=)|:|\\()\\s*[\"']?([^\\s\"',)}]*)";
    private static final Pattern OPTION = Pattern.compile(
            "(?<![\\w.$])(?:(\\w+)\\??\\.(?:(?:loginConfig|getLoginConfig\\(\\))(?:\\?|!!)?\\.)?)?" + OPTIONS);

    private static final Pattern PUT =
            Pattern.compile("\\bput\\s*\\(\\s*[\"'](?<name>salesforce)[\"']\\s*,\\s*(?<component>\\w+)");
    private static final Pattern HEADER = Pattern.compile("(?s).*\\b\\w*[hH]eaders?\\w*\\s*[(\\[]?\\s*");

    private final EndpointUri uris;

    ScriptReader(MigrationTarget target) {
        this.uris = new EndpointUri(target);
    }

    @Override
    public boolean reads(String path) {
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1)) || path.endsWith("jenkinsfile");
    }

    @Override
    public void read(Source source, Places places) {
        Comments.Parts parts = Comments.slashed(source);
        for (Range literal : parts.literals()) {
            uris.read(source, literal, position(source, literal), places);
            if (OldHeaders.isOwn(source.text().substring(literal.start(), literal.end()))
                    && HEADER.matcher(before(source, literal)).matches()) {
                OldHeaders.suggestion(source, literal, places);
            }
        }
        parts.code().forEach(code -> Recognizer.read(source, code, places));
        options(source, parts, places);
        CommentedProperties.read(source, places, "//");
    }

    private static Position position(Source source, Range literal) {
        String before = before(source, literal);
        if (before.matches("(?s).*\\bfromF?\\s*\\(?\\s*")) {
            return Position.CONSUMER;
        }
        return before.matches("(?s).*\\b(?:to|toD|toF|enrich|pollEnrich|wireTap)\\s*\\(?\\s*")
                ? Position.ENDPOINT
                : Position.ANY;
    }

    /** What stands in the line before a literal. */
    private static String before(Source source, Range literal) {
        int line = source.lineOf(literal.start());
        return source.text().substring(source.startOf(line), literal.start() - 1);
    }

    /** Options of a component or a login, behind a variable of that class or in a block that begins with the class. */
    private static void options(Source source, Comments.Parts parts, Places places) {
        List<String> variables = new ArrayList<>();
        VARIABLE.matcher(source.text())
                .results()
                .forEach(found -> variables.add(found.group(1) == null ? found.group(2) : found.group(1)));
        List<Range> blocks = blocks(source.text());
        registry(source, parts, variables, places);
        for (Range code : parts.code()) {
            Matcher option = OPTION.matcher(source.text()).region(code.start(), code.end());
            option.useTransparentBounds(true);
            while (option.find()) {
                int at = option.start();
                boolean ours = variables.contains(String.valueOf(option.group(1)))
                        || blocks.stream().anyMatch(block -> block.start() < at && at < block.end());
                LoginOption login = LoginOption.of(option.group(2));
                if (ours && login.isObsolete(option.group(3))) {
                    places.look(Kind.CREDENTIAL, source, at, login.why() + "; remove it");
                    if (login.isSecret() && !LoginOption.isPlaceholder(option.group(3))) {
                        places.secret(source, new Range(option.start(3), option.end(3)));
                    }
                } else if (ours && login == LoginOption.AUTHENTICATION_TYPE) {
                    places.clientCredentials();
                }
            }
        }
    }

    private static void registry(Source source, Comments.Parts parts, List<String> variables, Places places) {
        for (Range code : parts.code()) {
            Matcher put = PUT.matcher(source.text()).region(code.start(), code.end());
            while (put.find()) {
                if (variables.contains(put.group("component"))) {
                    places.look(Kind.MOVE, source, put.start("name"), JavaNames.IN_A_MAP);
                }
            }
        }
    }

    private static List<Range> blocks(String text) {
        List<Range> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int depth = 0;
            int at = block.start("open");
            do {
                char character = text.charAt(at);
                depth += character == '(' || character == '{' ? 1 : character == ')' || character == '}' ? -1 : 0;
                at++;
            } while (depth > 0 && at < text.length());
            blocks.add(new Range(block.start("open"), at));
        }
        return blocks;
    }
}
