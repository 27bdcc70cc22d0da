package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;

/** Classes in Java whose fields are filled with properties of the application's own. */
final class JavaConfiguration {

    private final JavaUnit java;
    private final Source source;
    private final Places places;

    JavaConfiguration(JavaUnit java) {
        this.java = java;
        this.source = java.source();
        this.places = java.places();
    }

    void read() {
        java.unit().findAll(AnnotationExpr.class).forEach(this::configuration);
    }

    /** {@code @ConfigurationProperties} whose prefix is about Salesforce. */
    private void configuration(AnnotationExpr annotation) {
        boolean salesforce = annotation.getName().getIdentifier().equals("ConfigurationProperties")
                && annotation.findAll(StringLiteralExpr.class).stream()
                        .map(LiteralStringValueExpr::getValue)
                        .anyMatch(prefix -> Property.isOwnCredential(prefix + ".password"));
        Optional<Node> annotated = annotation.getParentNode();
        if (salesforce && annotated.isPresent() && annotated.get() instanceof ClassOrInterfaceDeclaration type) {
            for (VariableDeclarator field : type.getFields().stream()
                    .flatMap(found -> found.getVariables().stream())
                    .toList()) {
                LoginOption option = LoginOption.of(field.getNameAsString());
                if (option.isObsolete("CLIENT_CREDENTIALS")) {
                    places.look(
                            Kind.CREDENTIAL, source, java.range(field.getName()).start(), Recognizer.OWN);
                    field.getInitializer().ifPresent(java::hide);
                }
            }
        }
    }
}
