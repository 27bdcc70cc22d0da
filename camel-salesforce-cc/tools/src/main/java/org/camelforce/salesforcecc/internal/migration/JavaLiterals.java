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
    private static final Set<String> MAPS = Set.of("put", "putIfAbsent", "of", "entry", "singletonMap");
    private static final Pattern OPTION = Pattern.compile("[?&]([\\w.-]+)=([^&]*)");

    private final JavaUnit java;
    private final Places places;
    private final Source source;
    private final EndpointUri uris;
    private final JavaProperties properties;

    JavaLiterals(JavaUnit java, MigrationTarget target) {
        this.java = java;
        this.places = java.places();
        this.source = java.source();
        this.uris = new EndpointUri(target);
        this.properties = new JavaProperties(java, target);
    }

    void read() {
        for (StringLiteralExpr literal : java.unit().findAll(StringLiteralExpr.class)) {
            headers(literal);
            if (position(literal) == Position.CONSUMER) {
                OldHeaders.fromHttp(source, java.content(literal), java.statement(literal), places);
            }
            Range content = java.content(literal);
            if (!uris.read(source, content, position(literal), places) && !properties.read(literal, content)) {
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
