package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** A Java file that is parsed: where its nodes stand, and which expressions are the component or its login. */
final class JavaUnit {

    private static final String PACKAGE = "org.apache.camel.component.salesforce";
    private static final List<String> CLASSES = List.of("SalesforceComponent", "SalesforceLoginConfig");

    private final CompilationUnit unit;
    private final Source source;
    private final Places places;

    JavaUnit(CompilationUnit unit, Source source, Places places) {
        this.unit = unit;
        this.source = source;
        this.places = places;
    }

    CompilationUnit unit() {
        return unit;
    }

    Source source() {
        return source;
    }

    Places places() {
        return places;
    }

    Range range(Node node) {
        com.github.javaparser.Range range = node.getRange().orElseThrow();
        return new Range(
                source.offset(range.begin.line, range.begin.column),
                source.offset(range.end.line, range.end.column) + 1);
    }

    String text(Range range) {
        return source.text().substring(range.start(), range.end());
    }

    /** What stands between the quotes of a literal. */
    Range content(StringLiteralExpr literal) {
        Range range = range(literal);
        return new Range(range.start() + 1, range.end() - 1);
    }

    /** Whether an import says that a class of that simple name is another one than Camel's. */
    boolean isImported(String simpleName) {
        return unit.getImports().stream()
                .anyMatch(found -> found.getNameAsString().equals(PACKAGE + "." + simpleName));
    }

    /** Whether a type is the component or its login. */
    boolean isOurs(Type type) {
        String name = type.asString();
        return CLASSES.stream()
                .anyMatch(simple -> name.equals(PACKAGE + "." + simple)
                        || name.equals(simple) && !isOther(simple)
                        || name.equals("SalesforceCcComponent")
                        || name.equals(Property.NEW_CLASS));
    }

    private boolean isOther(String simpleName) {
        return unit.getImports().stream()
                .filter(found -> !found.isAsterisk() && !found.isStatic())
                .map(ImportDeclaration::getNameAsString)
                .anyMatch(name -> name.endsWith("." + simpleName) && !name.startsWith(PACKAGE));
    }

    /** Whether an expression is the component or its login. */
    boolean isOurs(Expression expression) {
        if (expression instanceof ObjectCreationExpr creation) {
            return isOurs(creation.getType());
        }
        if (expression instanceof NameExpr name) {
            return declared(name, name.getNameAsString());
        }
        if (expression instanceof FieldAccessExpr field && field.getScope().isThisExpr()) {
            return declared(field, field.getNameAsString());
        }
        if (expression instanceof MethodCallExpr call) {
            return call(call);
        }
        if (expression.isCastExpr()) {
            return isOurs(expression.asCastExpr().getType());
        }
        return expression.isEnclosedExpr() && isOurs(expression.asEnclosedExpr().getInner());
    }

    private boolean call(MethodCallExpr call) {
        String name = call.getNameAsString();
        boolean login = name.equals("getLoginConfig")
                && call.getScope().map(this::isOurs).orElse(false);
        boolean byClass = call.getArguments().stream()
                .anyMatch(argument ->
                        argument.isClassExpr() && isOurs(argument.asClassExpr().getType()));
        boolean ownMethod = call.getScope().isEmpty()
                && unit.findAll(MethodDeclaration.class).stream()
                        .anyMatch(method -> method.getNameAsString().equals(name)
                                && method.getParameters().size()
                                        == call.getArguments().size()
                                && isOurs(method.getType()));
        return login || byClass || ownMethod;
    }

    /** Whether the nearest declaration of a name is of one of the classes. */
    private boolean declared(Node at, String name) {
        for (Optional<Node> node = at.getParentNode();
                node.isPresent();
                node = node.get().getParentNode()) {
            Optional<Boolean> ours = declaredIn(node.get(), name);
            if (ours.isPresent()) {
                return ours.get();
            }
        }
        return false;
    }

    private Optional<Boolean> declaredIn(Node node, String name) {
        Stream<VariableDeclarator> variables = Stream.of();
        Stream<Parameter> parameters = Stream.of();
        if (node instanceof BlockStmt block) {
            variables = block.getStatements().stream()
                    .filter(Statement::isExpressionStmt)
                    .map(statement -> statement.asExpressionStmt().getExpression())
                    .filter(Expression::isVariableDeclarationExpr)
                    .flatMap(found -> found.asVariableDeclarationExpr().getVariables().stream());
        } else if (node instanceof CallableDeclaration<?> callable) {
            parameters = callable.getParameters().stream();
        } else if (node instanceof LambdaExpr lambda) {
            parameters = lambda.getParameters().stream();
        } else if (node instanceof TypeDeclaration<?> type) {
            variables = type.getFields().stream().flatMap(field -> field.getVariables().stream());
        } else if (node instanceof ObjectCreationExpr creation) {
            variables = creation.getAnonymousClassBody().stream()
                    .flatMap(List::stream)
                    .filter(BodyDeclaration::isFieldDeclaration)
                    .flatMap(found -> found.asFieldDeclaration().getVariables().stream());
        }
        return Stream.concat(
                        variables
                                .filter(found -> found.getNameAsString().equals(name))
                                .map(this::isOurs),
                        parameters
                                .filter(found -> found.getNameAsString().equals(name))
                                .map(found -> isOurs(found.getType())))
                .findFirst();
    }

    private boolean isOurs(VariableDeclarator variable) {
        return isOurs(variable.getType())
                || variable.getType().isVarType()
                        && variable.getInitializer().map(this::isOurs).orElse(false);
    }

    /** Whether a node stands in a class that extends the component or its login. */
    boolean isInSubclass(Node node) {
        return ancestor(node, ClassOrInterfaceDeclaration.class)
                .map(type -> type.getExtendedTypes().stream().anyMatch(this::isOurs))
                .orElse(false);
    }

    /** The nearest node of a class around another one. */
    static <T> Optional<T> ancestor(Node node, Class<T> type) {
        Optional<Node> parent = node.getParentNode();
        while (parent.isPresent() && !type.isInstance(parent.get())) {
            parent = parent.get().getParentNode();
        }
        return parent.map(type::cast);
    }

    /** The text of the statement that a node belongs to, or of its declaration. */
    String statement(Node node) {
        Node top = ancestor(node, Statement.class).map(Node.class::cast).orElse(node);
        return text(range(top));
    }

    /** Removes the statement that an expression is, if it stands in a block; says whether it does. */
    boolean removeStatement(Expression expression, String why) {
        Optional<ExpressionStmt> statement = statementOf(expression)
                .filter(found -> expression.findAll(Expression.class).stream().noneMatch(JavaUnit::isAssignment));
        statement.ifPresent(found -> {
            Range range = range(found);
            if (isAlone(range)) {
                places.removeLines(
                        Kind.CREDENTIAL, source, source.lineOf(range.start()), source.lineOf(range.end() - 1), why);
            } else {
                places.change(Kind.CREDENTIAL, source, range, "", why);
            }
        });
        return statement.isPresent();
    }

    /** The statement in a block that an expression is. */
    Optional<ExpressionStmt> statementOf(Expression expression) {
        return expression
                .getParentNode()
                .filter(ExpressionStmt.class::isInstance)
                .map(ExpressionStmt.class::cast)
                .filter(found -> found.getParentNode()
                        .filter(BlockStmt.class::isInstance)
                        .isPresent());
    }

    /** Whether nothing else stands in the lines of a part. */
    boolean isAlone(Range range) {
        int first = source.lineOf(range.start());
        int last = source.lineOf(range.end() - 1);
        String behind = source.text().substring(range.end(), source.endOf(last)).strip();
        return source.text().substring(source.startOf(first), range.start()).isBlank()
                && (behind.isEmpty() || behind.startsWith("//"));
    }

    /** Hides a literal, and those that an expression chooses from or is put together from. */
    void hide(Expression expression) {
        if (expression instanceof StringLiteralExpr literal) {
            if (!LoginOption.isPlaceholder(text(content(literal)))) {
                places.secret(source, content(literal));
            }
        } else if (expression instanceof TextBlockLiteralExpr block) {
            Range range = range(block);
            places.secret(source, new Range(range.start() + 3, range.end() - 3));
        } else if (!(expression instanceof MethodCallExpr)) {
            expression.getChildNodes().stream()
                    .filter(Expression.class::isInstance)
                    .map(Expression.class::cast)
                    .forEach(this::hide);
        }
    }

    private static boolean isAssignment(Node part) {
        return part instanceof AssignExpr
                || part instanceof UnaryExpr unary
                        && unary.getOperator().name().matches("(?:PRE|POST)FIX_(?:INCREMENT|DECREMENT)");
    }
}
