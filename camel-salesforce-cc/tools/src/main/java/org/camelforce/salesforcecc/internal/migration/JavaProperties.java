package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** String literals in Java that name a property of the component or of a Kamelet. */
final class JavaProperties {

    private static final Set<String> SETTERS =
            Set.of("addInitialProperty", "addOverrideProperty", "addProperty", "setProperty", "put", "putIfAbsent");
    private static final Pattern KEY = Pattern.compile("(?:(?<=-D)|\\b)(?<!apache\\.)camel\\."
            + "(?:component\\.salesforce(?![\\w-])[\\w.\\[\\]-]*|kamelet\\.salesforce-[\\w.-]+)");
    private static final Pattern LOGIN_URL = Pattern.compile("[\".](?:loginUrl|login-url)[\"=]|setLoginUrl");
    private static final Pattern CONNECTOR = Pattern.compile(Recognizer.KAFKA_CONNECTOR);

    private final JavaUnit java;
    private final Places places;
    private final Source source;
    private final MigrationTarget target;
    /** Whether the program configures a Kafka connector, whose keys are not those of a Camel context. */
    private final boolean connector;

    JavaProperties(JavaUnit java, MigrationTarget target) {
        this.java = java;
        this.places = java.places();
        this.source = java.source();
        this.target = target;
        this.connector = CONNECTOR.matcher(source.text()).find();
    }

    /** A literal that names a property, maybe with a value behind an equals sign; says whether it does. */
    boolean read(StringLiteralExpr literal, Range content) {
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
        String replacement = property.replacement();
        if (replacement == null) {
            places.look(Kind.CREDENTIAL, source, content.start(), property.advice());
            return;
        }
        if (property.isGone()) {
            places.look(Kind.MOVE, source, content.start(), property.advice());
        }
        if (property.option().isObsolete(value.replace("\"", ""))) {
            Optional<MethodCallExpr> setter = call.filter(found -> SETTERS.contains(found.getNameAsString()));
            boolean done = setter.isPresent() && loginUrl(setter.get(), property, key)
                    || setter.map(found -> java.removeStatement(found, property.why()))
                            .orElse(false);
            if (!done) {
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
                new Range(start, start + property.old().length()),
                replacement,
                inline == null && !(argument.orElse(null) instanceof StringLiteralExpr)
                        ? property.why()
                        : property.why(value.replace("\"", "")));
        if (inline != null) {
            value(property.option(), inline, value);
        } else if (argument.isPresent() && argument.get() instanceof StringLiteralExpr text) {
            value(property.option(), java.content(text), java.text(java.content(text)));
        }
    }

    /** Puts the login URL in the place of a user; says whether it is of use there. */
    private boolean loginUrl(MethodCallExpr setter, Property property, Range key) {
        Expression user = setter.getArgument(1);
        if (property.option() != LoginOption.USER_NAME
                || LOGIN_URL.matcher(source.text()).find()
                || user instanceof StringLiteralExpr text && isKey(text)) {
            return false;
        }
        String name = property.loginUrlIn(java.text(key));
        places.fill(Kind.CREDENTIAL, source, key, name, target.loginUrl() == null ? null : name, property.why());
        places.fillLoginUrl(source, java.range(user), "\"", target, "\"", property.why());
        return true;
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
}
