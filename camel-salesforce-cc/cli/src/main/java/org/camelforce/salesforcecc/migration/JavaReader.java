package org.camelforce.salesforcecc.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.migration.Hit.Kind;
import org.jspecify.annotations.Nullable;

/** Reads Java: endpoint URIs and property names in string literals, and calls of the component's setters. */
final class JavaReader implements SourceReader {

    /** Comments, text blocks, strings and characters, so that none is taken for another. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|(?s:/\\*.*?\\*/)|(?s:\"\"\".*?\"\"\")|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");

    private static final Pattern DECLARATION = Pattern.compile(
            "\\b(?:SalesforceComponent|SalesforceLoginConfig)\\s+(\\w+)|\\bvar\\s+(\\w+)\\s*=\\s*new\\s+"
                    + "(?:SalesforceComponent|SalesforceLoginConfig)\\b");
    private static final Pattern CALL = Pattern.compile(
            "(?:\\b(\\w+)\\s*)?\\.\\s*(?:set)?([uU]serName|[pP]assword|[rR]efreshToken|[aA]uthenticationType|[lL]oginUrl|[cC]lientSecret)\\s*\\(");
    private static final Pattern CONSTRUCTOR =
            Pattern.compile("\\bnew\\s+SalesforceLoginConfig\\s*\\(([^;]*?)\\)\\s*[;,)]");
    private static final Pattern CLASS = Pattern.compile("\\bSalesforceComponent\\b");
    private static final Pattern BUILDER = Pattern.compile("\\bsalesforce\\s*\\(\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

    /** A setter does not resolve placeholders. */
    private static final String SECRET_IN_CODE = "System.getenv(\"SALESFORCE_CLIENT_SECRET\")";

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".java");
    }

    @Override
    public List<Hit> read(Source source) {
        String text = source.text();
        StringBuilder code = new StringBuilder(text);
        List<Hit> hits = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (text.charAt(token.start()) == '"') {
                literal(source, token).ifPresent(hits::add);
            }
            blank(code, token.start(), token.end());
        }
        calls(source, code.toString(), hits);
        constructors(source, code.toString(), hits);
        classes(source, code.toString(), hits);
        return hits;
    }

    private static void blank(StringBuilder code, int start, int end) {
        for (int i = start; i < end; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }

    private static Optional<Hit> literal(Source source, Matcher token) {
        String literal = token.group();
        String value = literal.substring(1, Math.max(1, literal.length() - 1));
        int line = source.lineOf(token.start());
        String text = source.line(line);
        Optional<Hit> uri = EndpointUri.of(value, Map.of(), source)
                .map(found -> new Hit(
                        found.kind(),
                        line,
                        text.replace(value, found.shown()).strip(),
                        text.replace(value, found.instead()).strip(),
                        found.kind() == Kind.KAMELET ? Kamelet.WHY : LoginOption.OTHER.why()));
        return uri.isPresent() ? uri : propertyName(source, value, line);
    }

    /** A property that is set in code: its name, or name and value in one literal. */
    private static Optional<Hit> propertyName(Source source, String literal, int line) {
        String text = source.line(line);
        int equals = literal.indexOf('=');
        String key = (equals < 0 ? literal : literal.substring(0, equals)).trim();
        return Property.of(key, "", Set.of())
                .map(property -> new Hit(
                        property.kind(),
                        line,
                        property.option().isSecret() ? masked(source, text, literal) : text.strip(),
                        property.kind() == Kind.KAMELET || property.option().isObsolete()
                                ? null
                                : rewritten(text, property),
                        property.kind() == Kind.KAMELET
                                ? Kamelet.WHY
                                : property.option().why()));
    }

    private static String rewritten(String text, Property property) {
        String renamed = text.replace(property.key(), property.newKey()).strip();
        return property.option() == LoginOption.CLIENT_SECRET || property.option() == LoginOption.LOGIN_URL
                ? replaceLiterals(
                        renamed,
                        value -> value.contains(property.newKey())
                                ? value
                                : property.option().rewritten(value))
                : renamed;
    }

    private static String masked(Source source, String text, String name) {
        return replaceLiterals(text, value -> {
                    if (!value.equals(name)) {
                        return source.shown(LoginOption.PASSWORD, value);
                    }
                    int equals = value.indexOf('=');
                    return equals < 0
                            ? value
                            : value.substring(0, equals + 1)
                                    + source.shown(LoginOption.PASSWORD, value.substring(equals + 1));
                })
                .strip();
    }

    private static void calls(Source source, String code, List<Hit> hits) {
        Set<String> variables = DECLARATION
                .matcher(code)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean hasLoginUrl = code.contains("oginUrl(");
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            boolean ours = variables.contains(String.valueOf(call.group(1))) || isInBuilder(code, call.start());
            if (ours) {
                hits.add(call(source, call, hasLoginUrl));
            }
        }
        hits.removeIf(hit -> hit.found().equals(hit.instead()));
    }

    private static Hit call(Source source, Matcher call, boolean hasLoginUrl) {
        LoginOption option = LoginOption.of(call.group(2));
        int line = source.lineOf(call.start(2));
        String text = source.line(line).strip();
        boolean credential = option == LoginOption.AUTHENTICATION_TYPE
                ? text.contains("USERNAME_PASSWORD") || text.contains("REFRESH_TOKEN")
                : option.isObsolete();
        return new Hit(
                credential ? Kind.CREDENTIAL : Kind.CONSEQUENCE,
                line,
                replaceLiterals(text, value -> source.shown(option, value)),
                instead(option, text, call.group(2), hasLoginUrl),
                option.why());
    }

    private static @Nullable String instead(LoginOption option, String text, String name, boolean hasLoginUrl) {
        if (option == LoginOption.USER_NAME && !hasLoginUrl) {
            String url = name.startsWith("u") ? "loginUrl" : "LoginUrl";
            return text.replaceFirst(
                    "(?s)" + name + "\\s*\\(.*?\\)(?=[;.\\s]|$)", url + "(\"" + LoginOption.MY_DOMAIN + "\")");
        }
        return option.isObsolete()
                ? null
                : replaceLiterals(text, option::rewritten)
                        .replace("\"" + LoginOption.SECRET_FROM_ENVIRONMENT + "\"", SECRET_IN_CODE);
    }

    private static boolean isInBuilder(String code, int at) {
        int begin =
                Math.max(code.lastIndexOf(';', at), Math.max(code.lastIndexOf('{', at), code.lastIndexOf('}', at))) + 1;
        String statement = code.substring(begin, at);
        return BUILDER.matcher(statement).find() || CLASS.matcher(statement).find() && !statement.contains("import ");
    }

    /** URL, key, secret, user, password, ... */
    private static void constructors(Source source, String code, List<Hit> hits) {
        Matcher constructor = CONSTRUCTOR.matcher(code);
        while (constructor.find()) {
            if (constructor.group(1).chars().filter(c -> c == ',').count() >= 4) {
                int line = source.lineOf(constructor.start());
                hits.add(new Hit(
                        Kind.CREDENTIAL,
                        line,
                        replaceLiterals(source.line(line).strip(), value -> source.shown(LoginOption.PASSWORD, value)),
                        null,
                        LoginOption.PASSWORD.why()
                                + "; set loginUrl, clientId and clientSecret of the component instead"));
            }
        }
    }

    private static void classes(Source source, String code, List<Hit> hits) {
        BUILDER.matcher(code)
                .results()
                .map(found -> source.lineOf(found.start()))
                .forEach(line -> hits.add(new Hit(
                        Kind.CONSEQUENCE,
                        line,
                        source.line(line).strip(),
                        null,
                        "builds the component that is replaced; make a " + Property.NEW_CLASS
                                + " and add it as salesforce-cc")));
        Set<Integer> seen = new TreeSet<>();
        Matcher matcher = CLASS.matcher(code);
        while (matcher.find()) {
            int line = source.lineOf(matcher.start());
            String text = source.line(line).strip();
            if (seen.add(line)) {
                String instead = text.replace(Property.COMPONENT_CLASS, Property.NEW_CLASS)
                        .replaceAll("\\bSalesforceComponent\\b", "SalesforceCcComponent");
                hits.add(new Hit(Kind.CONSEQUENCE, line, text, instead, LoginOption.OTHER.why()));
            }
        }
    }

    private static String replaceLiterals(String text, UnaryOperator<String> change) {
        return LITERAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("\"" + change.apply(found.group(1)) + "\""));
    }
}
