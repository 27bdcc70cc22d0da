package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.EndpointUri.Position;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** String literals in Java: endpoints, properties, variables and headers. */
final class JavaLiterals {

    private static final Set<String> CONSUMERS = Set.of("from", "fromF");
    private static final Pattern PRODUCERS = Pattern.compile(
            "to|toD|toF|enrich|pollEnrich|wireTap|wireTapF|inOnly|inOut|dynamicRouter|(?:send|request|receive)\\w*"
                    + "|(?:get|has|remove)Endpoints?|endpoint|toEndpoint|withDefaultEndpoint|setDefaultEndpointUri");
    private static final Set<String> SETTERS =
            Set.of("addInitialProperty", "addOverrideProperty", "addProperty", "setProperty", "put", "putIfAbsent");
    private static final Set<String> MAPS = Set.of("put", "putIfAbsent", "of", "entry", "singletonMap");
    private static final Pattern KEY =
            Pattern.compile("(?:(?<=-D)|\\b)(?<!apache\\.)camel\\.component\\.salesforce(?![\\w-])[\\w.\\[\\]-]*");

    private static final Pattern CONNECTOR = Pattern.compile(Recognizer.KAFKA_CONNECTOR);
    private static final Pattern OPTION = Pattern.compile("[?&]([\\w.-]+)=([^&]*)");

    private final JavaUnit java;
    private final Places places;
    private final Source source;
    private final MigrationTarget target;
    private final EndpointUri uris;
    /** Whether the program configures a Kafka connector, whose keys are not those of a Camel context. */
    private final boolean connector;

    JavaLiterals(JavaUnit java, MigrationTarget target) {
        this.java = java;
        this.places = java.places();
        this.source = java.source();
        this.target = target;
        this.uris = new EndpointUri(target);
        this.connector = CONNECTOR.matcher(source.text()).find();
    }

    void read() {
        for (StringLiteralExpr literal : java.unit().findAll(StringLiteralExpr.class)) {
            headers(literal);
            if (position(literal) == Position.CONSUMER) {
                OldHeaders.fromHttp(source, java.content(literal), java.statement(literal), places);
            }
            Range content = java.content(literal);
            if (!uris.read(source, content, position(literal), places) && !property(literal, content)) {
                concatenated(literal, content);
                Recognizer.readLiteral(source, content, places);
                className(content);
            }
        }
        for (TextBlockLiteralExpr block : java.unit().findAll(TextBlockLiteralExpr.class)) {
            Recognizer.read(source, java.range(block), places);
        }
        new JavaConfiguration(java).read();
    }

    /** The component's class by its name, for reflection or a registry. */
    private void className(Range content) {
        int at = java.text(content).indexOf(Property.COMPONENT_CLASS);
        if (at >= 0) {
            Range range = new Range(content.start() + at, content.start() + at + Property.COMPONENT_CLASS.length());
            places.change(Kind.MOVE, source, range, Property.NEW_CLASS, LoginOption.OTHER.why());
        }
    }

    private void concatenated(StringLiteralExpr literal, Range content) {
        String text = java.text(content);
        if (text.matches("salesforce:(?://)?")) {
            places.look(
                    Kind.MOVE, source, content.start(), "if this is an endpoint, its scheme becomes salesforce-cc:");
        }
        Matcher option = OPTION.matcher(text);
        while (isInConcatenation(literal)
                && option.find()
                && first(literal) instanceof StringLiteralExpr begin
                && java.text(java.content(begin)).startsWith("salesforce:")) {
            if (LoginOption.of(option.group(1)).isObsolete(option.group(2))) {
                places.look(
                        Kind.CREDENTIAL,
                        source,
                        content.start() + option.start(1),
                        LoginOption.of(option.group(1)).why() + "; take the option out of the URI");
                Range value = new Range(content.start() + option.start(2), content.start() + option.end(2));
                if (!LoginOption.isPlaceholder(option.group(2))) {
                    places.secret(source, value);
                }
            }
        }
    }

    private static boolean isInConcatenation(Expression expression) {
        return expression.getParentNode().filter(BinaryExpr.class::isInstance).isPresent();
    }

    /** What a concatenation begins with. */
    private static Expression first(Expression expression) {
        Expression top = expression;
        while (top.getParentNode().orElse(null) instanceof BinaryExpr binary) {
            top = binary;
        }
        while (top instanceof BinaryExpr binary) {
            top = binary.getLeft();
        }
        return top;
    }

    private static Position position(StringLiteralExpr literal) {
        Node node = literal;
        Node parent = literal.getParentNode().orElse(literal);
        while (parent instanceof BinaryExpr binary && binary.getLeft() == node) {
            node = parent;
            parent = parent.getParentNode().orElse(parent);
        }
        if (parent instanceof MethodCallExpr call && call.getArguments().contains(node)) {
            String name = call.getNameAsString();
            if (CONSUMERS.contains(name)) {
                return Position.CONSUMER;
            }
            return PRODUCERS.matcher(name).matches() && call.getArgument(0) == node ? Position.ENDPOINT : Position.ANY;
        }
        return Position.ANY;
    }

    /** A literal that names a property of the component, maybe with a value behind an equals sign. */
    private boolean property(StringLiteralExpr literal, Range content) {
        Matcher key = KEY.matcher(source.text()).region(content.start(), content.end());
        key.useTransparentBounds(true);
        boolean any = false;
        while (key.find()) {
            Optional<Property> property = Property.of(key.group());
            if (property.isPresent() && connector) {
                any = true;
                places.look(Kind.CREDENTIAL, source, key.start(), ConnectorOptions.why(key.group()));
                literal.getParentNode().ifPresent(call -> hideArguments(call, property.get()));
            } else if (property.isPresent()) {
                any = true;
                property(literal, content, property.get(), new Range(key.start(), key.end()));
            }
        }
        return any;
    }

    private void hideArguments(Node call, Property property) {
        if (call instanceof MethodCallExpr method && LoginOption.isSecretName(property.name())) {
            method.getArguments().stream().skip(1).forEach(java::hide);
        }
    }

    private void property(StringLiteralExpr literal, Range content, Property property, Range key) {
        boolean assigned = key.end() < content.end() && source.text().charAt(key.end()) == '=';
        Range inline = assigned ? new Range(key.end() + 1, content.end()) : null;
        Optional<MethodCallExpr> call = literal.getParentNode()
                .filter(MethodCallExpr.class::isInstance)
                .map(MethodCallExpr.class::cast)
                .filter(found -> found.getArguments().size() == 2 && found.getArgument(0) == literal);
        Optional<Expression> argument = call.map(found -> found.getArgument(1))
                .filter(found -> !(found instanceof StringLiteralExpr text && isKey(text)));
        String value = inline != null
                ? java.text(inline)
                : argument.map(found -> java.text(java.range(found))).orElse("");
        if (LoginOption.isSecretName(property.name())) {
            argument.ifPresent(java::hide);
            if (inline != null && !LoginOption.isPlaceholder(value)) {
                places.secret(source, inline);
            }
        }
        if (property.option().isObsolete(value.replace("\"", ""))) {
            boolean removed = call.filter(found -> SETTERS.contains(found.getNameAsString()))
                    .map(found -> java.removeStatement(found, property.why()))
                    .orElse(false);
            if (!removed) {
                places.look(Kind.CREDENTIAL, source, content.start(), property.why() + "; remove it");
            }
            return;
        }
        if (property.option() == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        }
        int start = key.start() + property.at();
        places.change(
                Kind.MOVE,
                source,
                new Range(start, start + Property.SCHEME.length()),
                Property.NEW_SCHEME,
                inline == null && !(argument.orElse(null) instanceof StringLiteralExpr)
                        ? property.why()
                        : property.why(value.replace("\"", "")));
        if (inline != null) {
            value(property.option(), inline, value);
        } else if (argument.isPresent() && argument.get() instanceof StringLiteralExpr text) {
            value(property.option(), java.content(text), java.text(java.content(text)));
        }
    }

    private static boolean isKey(StringLiteralExpr literal) {
        return Property.of(literal.getValue()).isPresent();
    }

    private void value(LoginOption option, Range range, String text) {
        if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
            places.fill(Kind.MOVE, source, range, target.shownLoginUrl(), target.loginUrl(), option.why());
        } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text)) {
            places.change(Kind.MOVE, source, range, LoginOption.SECRET_FROM_ENVIRONMENT, PropertyWriter.SECRET);
        }
    }

    /** Names of headers in calls such as {@code setHeader}, and in expressions. */
    private void headers(StringLiteralExpr literal) {
        Range content = java.content(literal);
        String text = java.text(content);
        boolean salesforce = java.statement(literal).contains("salesforce");
        boolean direct =
                literal.getParentNode().filter(JavaLiterals::isAboutHeaders).isPresent();
        if (direct || isInCallAboutHeaders(literal) && OldHeaders.isOwn(text)) {
            OldHeaders.name(source, content, salesforce, places);
        } else if (OldHeaders.isOwn(text) && isMaybeHeader(literal)) {
            OldHeaders.suggestion(source, content, places);
        } else {
            OldHeaders.expressions(source, content, salesforce, places);
        }
    }

    /** Whether a literal may be a header's name: a constant or a key of a map, where headers are spoken of. */
    private boolean isMaybeHeader(Node literal) {
        Node parent = literal.getParentNode().orElse(literal);
        boolean map = parent instanceof MethodCallExpr call && MAPS.contains(call.getNameAsString());
        return source.text().contains("eader") && (map || parent instanceof VariableDeclarator);
    }

    private static boolean isInCallAboutHeaders(Node literal) {
        Node child = literal;
        Optional<Node> parent = literal.getParentNode();
        while (parent.isPresent() && parent.get() instanceof Expression) {
            if (parent.get() instanceof MethodCallExpr call
                    && !call.getArguments().contains(child)) {
                return false;
            }
            if (isAboutHeaders(parent.get())) {
                return true;
            }
            child = parent.get();
            parent = child.getParentNode();
        }
        return false;
    }

    private static boolean isAboutHeaders(Node node) {
        return node instanceof MethodCallExpr call
                && call.getNameAsString().toLowerCase(Locale.ROOT).contains("header");
    }
}
