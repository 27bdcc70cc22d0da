package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** The component's name in Java, which is the scheme: in the registry, in annotations and in calls of the context. */
final class JavaNames {

    private static final String WHY = "the component's name is the scheme";
    static final String IN_A_MAP = "if this is Camel's registry, the component's name becomes salesforce-cc";
    private static final Set<String> OF_THE_CONTEXT =
            Set.of("addComponent", "getComponent", "hasComponent", "removeComponent", "resolveComponent");
    private static final Set<String> OF_THE_REGISTRY =
            Set.of("bind", "lookup", "lookupByName", "lookupByNameAndType", "findByName", "getBean");
    private static final Set<String> ANNOTATIONS =
            Set.of("Bean", "Named", "BindToRegistry", "Component", "Qualifier", "Resource", "Service", "Identifier");

    private final JavaUnit java;

    JavaNames(JavaUnit java) {
        this.java = java;
    }

    void read() {
        java.unit().findAll(MethodCallExpr.class).forEach(this::call);
        java.unit().findAll(AnnotationExpr.class).forEach(this::annotation);
    }

    private void call(MethodCallExpr call) {
        List<Expression> arguments = call.getArguments();
        if (arguments.isEmpty() || !isName(arguments.get(0))) {
            return;
        }
        boolean ours = arguments.stream()
                .skip(1)
                .anyMatch(argument -> java.isOurs(argument)
                        || argument.isClassExpr()
                                && java.isOurs(argument.asClassExpr().getType()));
        String method = call.getNameAsString();
        if (OF_THE_CONTEXT.contains(method) || OF_THE_REGISTRY.contains(method) && ours) {
            rename(arguments.get(0).asStringLiteralExpr());
        } else if (method.equals("put") && ours) {
            java.places()
                    .look(
                            Kind.MOVE,
                            java.source(),
                            java.content(arguments.get(0).asStringLiteralExpr()).start(),
                            IN_A_MAP);
        }
    }

    private static boolean isName(Expression expression) {
        return expression instanceof StringLiteralExpr literal
                && literal.getValue().equals(Property.SCHEME);
    }

    private void rename(StringLiteralExpr literal) {
        java.places().change(Kind.MOVE, java.source(), java.content(literal), Property.NEW_SCHEME, WHY);
    }

    private void annotation(AnnotationExpr annotation) {
        Node annotated = annotation.getParentNode().orElse(annotation);
        if (!ANNOTATIONS.contains(annotation.getName().getIdentifier()) || !isOurs(annotated)) {
            return;
        }
        List<StringLiteralExpr> literals = annotation.findAll(StringLiteralExpr.class);
        literals.stream().filter(JavaNames::isName).forEach(this::rename);
        if (literals.isEmpty()
                && annotation.getName().getIdentifier().equals("Bean")
                && annotated instanceof MethodDeclaration method
                && method.getNameAsString().equals(Property.SCHEME)) {
            Range range = java.range(annotation);
            String text = java.text(range);
            int open = text.indexOf('(');
            String renamed = open < 0
                    ? text + "(\"" + Property.NEW_SCHEME + "\")"
                    : text.substring(0, open + 1) + "name = \"" + Property.NEW_SCHEME + "\""
                            + (text.substring(open + 1, text.length() - 1).isBlank() ? "" : ", ")
                            + text.substring(open + 1);
            java.places().change(Kind.MOVE, java.source(), range, renamed, WHY);
        }
    }

    private boolean isOurs(Node annotated) {
        if (annotated instanceof MethodDeclaration method) {
            return java.isOurs(method.getType());
        }
        if (annotated instanceof FieldDeclaration field) {
            return java.isOurs(field.getElementType());
        }
        if (annotated instanceof Parameter parameter) {
            return java.isOurs(parameter.getType());
        }
        return annotated instanceof ClassOrInterfaceDeclaration type
                && type.getExtendedTypes().stream().anyMatch(java::isOurs);
    }
}
