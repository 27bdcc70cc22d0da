package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;

/** The component's class in Java. */
final class JavaTypes {

    private static final String SIMPLE_NAME = "SalesforceComponent";
    private static final String NEW_SIMPLE_NAME = "SalesforceCcComponent";

    private final JavaUnit java;

    JavaTypes(JavaUnit java) {
        this.java = java;
    }

    void read() {
        for (ImportDeclaration found : java.unit().getImports()) {
            if (found.getNameAsString().equals(Property.COMPONENT_CLASS)) {
                change(found.getName(), Property.NEW_CLASS);
            }
        }
        boolean imported = java.isImported(SIMPLE_NAME);
        for (ClassOrInterfaceType type : java.unit().findAll(ClassOrInterfaceType.class)) {
            if (type.getNameAsString().equals(SIMPLE_NAME) && java.isOurs(type)) {
                boolean simple = type.getScope().isEmpty();
                change(type, imported && simple ? NEW_SIMPLE_NAME : Property.NEW_CLASS);
            }
        }
    }

    private void change(Node node, String name) {
        java.places().change(Kind.MOVE, java.source(), java.range(node), name, LoginOption.OTHER.why());
    }
}
