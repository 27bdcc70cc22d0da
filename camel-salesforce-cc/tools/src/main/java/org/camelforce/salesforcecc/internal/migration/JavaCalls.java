package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Setters and constructors of the component and its login in Java, and Camel's builders for both. */
final class JavaCalls {

    /** A setter does not resolve placeholders. */
    static final String SECRET_IN_CODE = "System.getenv(\"SALESFORCE_CLIENT_SECRET\")";

    private static final Map<String, LoginOption> SETTERS = Map.of(
            "setUserName", LoginOption.USER_NAME,
            "setPassword", LoginOption.PASSWORD,
            "setRefreshToken", LoginOption.REFRESH_TOKEN,
            "setKeystore", LoginOption.KEYSTORE,
            "setJwtAudience", LoginOption.JWT_AUDIENCE,
            "setAuthenticationType", LoginOption.AUTHENTICATION_TYPE,
            "setType", LoginOption.AUTHENTICATION_TYPE,
            "setLoginUrl", LoginOption.LOGIN_URL,
            "setClientSecret", LoginOption.CLIENT_SECRET,
            "setHttpClient", LoginOption.HTTP_CLIENT);
    private static final String BUILDER = "builds the component that is replaced; make an " + Property.NEW_CLASS
            + " and add it as " + Property.NEW_SCHEME;
    private static final String CONSTRUCTOR =
            "; set loginUrl, clientId and clientSecret of the component instead of this constructor's arguments";

    private final JavaUnit java;
    private final Places places;
    private final Source source;
    private final MigrationTarget target;

    JavaCalls(JavaUnit java, MigrationTarget target) {
        this.java = java;
        this.places = java.places();
        this.source = java.source();
        this.target = target;
    }

    void read() {
        java.unit().findAll(MethodCallExpr.class).forEach(this::call);
        java.unit().findAll(ObjectCreationExpr.class).forEach(this::constructor);
    }

    private void call(MethodCallExpr call) {
        LoginOption option = SETTERS.get(call.getNameAsString());
        boolean ours = call.getScope().map(java::isOurs).orElseGet(() -> java.isInSubclass(call));
        if (option != null && call.getArguments().size() == 1 && ours) {
            setter(call, option, call.getArgument(0));
        } else if (call.getNameAsString().equals(Property.SCHEME)) {
            builder(call);
        }
    }

    private void setter(MethodCallExpr call, LoginOption option, Expression argument) {
        if (option.isSecret()) {
            java.hide(argument);
        }
        if (option.isObsolete(java.text(java.range(argument)))) {
            obsolete(call, option);
        } else if (option == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        } else if (option == LoginOption.HTTP_CLIENT) {
            places.look(Kind.MOVE, source, java.range(call.getName()).start(), option.why());
        } else if (argument instanceof StringLiteralExpr literal) {
            literal(option, literal);
        }
    }

    private void obsolete(MethodCallExpr call, LoginOption option) {
        places.references().refer(java.text(java.range(call)));
        boolean hasLoginUrl = java.unit().findAll(MethodCallExpr.class).stream()
                .anyMatch(other -> other.getNameAsString().equals("setLoginUrl"));
        Range range = java.range(call);
        boolean statement = java.statementOf(call).isPresent()
                && java.isAlone(java.range(java.statementOf(call).get()));
        if (option == LoginOption.USER_NAME && !hasLoginUrl && statement) {
            String scope = call.getScope()
                    .map(found -> java.text(java.range(found)) + ".")
                    .orElse("");
            int first = source.lineOf(range.start());
            String begin = source.indentation(first) + scope + "setLoginUrl(\"";
            String url = target.loginUrl();
            places.fillLines(
                    Kind.CREDENTIAL,
                    source,
                    first,
                    source.lineOf(range.end() - 1),
                    begin + target.shownLoginUrl() + "\");",
                    url == null ? null : begin + url + "\");" + source.newline(),
                    option.why());
        } else if (!java.removeStatement(call, option.why())) {
            places.look(Kind.CREDENTIAL, source, java.range(call.getName()).start(), option.why() + "; remove it");
        }
    }

    private void literal(LoginOption option, StringLiteralExpr literal) {
        String text = java.text(java.content(literal));
        if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
            places.fill(
                    Kind.MOVE, source, java.content(literal), target.shownLoginUrl(), target.loginUrl(), option.why());
        } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text)) {
            places.change(Kind.MOVE, source, java.range(literal), SECRET_IN_CODE, PropertyWriter.SECRET);
        }
    }

    /** URL, key, secret, user, password, ... or URL, key, secret, refresh token, ... */
    private void constructor(ObjectCreationExpr creation) {
        List<Expression> arguments = creation.getArguments();
        if (creation.getType().getNameAsString().equals("SalesforceLoginConfig")
                && java.isOurs(creation.getType())
                && arguments.size() >= 5) {
            for (int i = 2; i < arguments.size(); i++) {
                java.hide(arguments.get(i));
            }
            LoginOption option = arguments.size() > 5 ? LoginOption.PASSWORD : LoginOption.REFRESH_TOKEN;
            places.look(Kind.CREDENTIAL, source, java.range(creation).start(), option.why() + CONSTRUCTOR);
        }
    }

    /** {@code salesforce(...)} of Camel's builders for endpoints, or for components. */
    private void builder(MethodCallExpr call) {
        boolean component = call.getArguments().isEmpty()
                && (call.getScope()
                                .filter(scope -> scope.toString().endsWith("ComponentsBuilderFactory"))
                                .isPresent()
                        || call.getScope().isEmpty() && importsStatically("ComponentsBuilderFactory"));
        if (component) {
            places.look(Kind.MOVE, source, java.range(call.getName()).start(), BUILDER);
            chain(call);
        } else if (call.getArguments().size() == 1 && isEndpointBuilder(call)) {
            int start = java.range(call.getArgument(0)).start();
            String first = source.text().substring(start, start + 1);
            places.change(
                    Kind.MOVE,
                    source,
                    new Range(start, start + 1),
                    "\"" + Property.NEW_SCHEME + "\", " + first,
                    "the endpoint's scheme is the first argument");
        }
    }

    private boolean isEndpointBuilder(MethodCallExpr call) {
        boolean inherited = call.getScope().isEmpty()
                && JavaUnit.ancestor(call, ClassOrInterfaceDeclaration.class)
                        .map(type -> type.getExtendedTypes().stream()
                                .anyMatch(found -> found.getNameAsString().contains("EndpointRouteBuilder")))
                        .orElse(false);
        boolean named = call.getScope()
                .filter(scope -> scope.toString().endsWith("StaticEndpointBuilders"))
                .isPresent();
        return inherited || named || call.getScope().isEmpty() && importsStatically("StaticEndpointBuilders");
    }

    private boolean importsStatically(String type) {
        return java.unit().getImports().stream()
                .anyMatch(found -> found.isStatic() && found.getNameAsString().contains(type));
    }

    /** Options of a component's builder. */
    private void chain(MethodCallExpr begin) {
        Optional<MethodCallExpr> next = next(begin);
        while (next.isPresent()) {
            MethodCallExpr call = next.get();
            LoginOption option = LoginOption.of(call.getNameAsString());
            if (call.getArguments().size() == 1 && option.isObsolete(java.text(java.range(call.getArgument(0))))) {
                places.look(
                        Kind.CREDENTIAL, source, java.range(call.getName()).start(), option.why() + "; leave it out");
            }
            if (option.isSecret() && !call.getArguments().isEmpty()) {
                java.hide(call.getArgument(0));
            }
            next = next(call);
        }
    }

    private static Optional<MethodCallExpr> next(MethodCallExpr call) {
        return call.getParentNode()
                .filter(MethodCallExpr.class::isInstance)
                .map(MethodCallExpr.class::cast)
                .filter(outer -> outer.getScope().filter(scope -> scope == call).isPresent());
    }
}
