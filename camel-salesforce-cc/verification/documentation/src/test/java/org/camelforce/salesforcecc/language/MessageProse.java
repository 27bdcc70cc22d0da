package org.camelforce.salesforcecc.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the texts in Java files: each literal, or literals with values between them, that reads as a sentence does. */
final class MessageProse extends TreeScanner<Void, Void> {

    /** What their arguments are compared with or made of is no text for readers. */
    private static final Set<String> LOOK_UPS = Set.of(
            "compile",
            "contains",
            "endsWith",
            "equals",
            "indexOf",
            "matches",
            "replace",
            "replaceAll",
            "replaceFirst",
            "split",
            "startsWith",
            "set",
            "path",
            "getProperty");

    private static final Set<String> IN_SCHEMAS = Set.of("Metadata", "UriEndpoint", "UriParam", "UriPath");

    private static final Pattern WORD = Pattern.compile("(?<![\\w./:%-])[A-Za-z]?[a-z]+(?![\\w/(=-]|[.:]\\S)");
    private static final Pattern OTHER_LANGUAGE = Pattern.compile(
            "(SELECT |query |mutation |create table |alter table |where |default-src |\\{(?!})|[</\\[|^]).*|.*(\\(\\?|\\[\\^|\\\\[sdb.]).*",
            Pattern.DOTALL);

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Prose.Builder messages;
    private final Prose.Builder descriptions;
    private final boolean imitates;
    private int faults;

    private MessageProse(CompilationUnitTree unit, Trees trees, String source, boolean imitates) {
        this.unit = unit;
        this.trees = trees;
        this.messages = new Prose.Builder(source);
        this.descriptions = new Prose.Builder(source);
        this.imitates = imitates;
    }

    /**
     * @param messages what the program says while it runs
     * @param descriptions what annotations say about options
     */
    record Texts(Prose messages, Prose descriptions) {}

    /**
     * @param files in Java
     * @param name what a file is called
     * @param imitates whether a file has words of another product, so that only exceptions of Java and log lines are
     *     its own
     */
    static List<Texts> of(List<Path> files, Function<Path, String> name, Predicate<String> imitates)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Texts> texts = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                String source = name.apply(Path.of(unit.getSourceFile().toUri()));
                MessageProse reader = new MessageProse(unit, trees, source, imitates.test(source));
                reader.scan(unit, null);
                texts.add(new Texts(reader.messages.build(), reader.descriptions.build()));
            }
        }
        return texts;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        if (IN_SCHEMAS.contains(name(annotation.getAnnotationType()))) {
            return nothing;
        }
        annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(argument -> argument.getVariable().toString().equals("description"))
                .forEach(argument -> add(parts(argument.getExpression()), descriptions));
        return nothing;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (LOOK_UPS.contains(name(call.getMethodSelect()))) {
            return scan(call.getMethodSelect(), nothing);
        }
        faults += isLog(call) ? 1 : 0;
        super.visitMethodInvocation(call, nothing);
        faults -= isLog(call) ? 1 : 0;
        return nothing;
    }

    @Override
    public Void visitNewClass(NewClassTree created, Void nothing) {
        boolean isFault = name(created.getIdentifier()).startsWith("Illegal");
        faults += isFault ? 1 : 0;
        super.visitNewClass(created, nothing);
        faults -= isFault ? 1 : 0;
        return nothing;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void nothing) {
        List<ExpressionTree> parts = parts(binary);
        if (parts.stream().noneMatch(MessageProse::isText)) {
            return super.visitBinary(binary, nothing);
        }
        message(parts);
        return scan(parts.stream().filter(part -> !isText(part)).toList(), nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (isText(literal)) {
            message(List.of(literal));
        }
        return null;
    }

    private static boolean isLog(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree method
                && method.getExpression() instanceof IdentifierTree identifier
                && identifier.getName().contentEquals("LOG");
    }

    private void message(List<ExpressionTree> parts) {
        if (!imitates || faults > 0) {
            add(parts, messages);
        }
    }

    private void add(List<ExpressionTree> parts, Prose.Builder prose) {
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(isText(part) ? text(part) : "{}"));
        String text = words.toString().strip();
        if (WORD.matcher(Prose.withoutCode(text)).results().count() < 3
                || OTHER_LANGUAGE.matcher(text).matches()) {
            return;
        }
        prose.paragraph().line(line(parts.get(0))).plain(text);
    }

    /** The operands of an addition, or the expression itself. */
    private static List<ExpressionTree> parts(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree parenthesized) {
            return parts(parenthesized.getExpression());
        }
        if (expression instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            List<ExpressionTree> parts = new ArrayList<>(parts(binary.getLeftOperand()));
            parts.add(binary.getRightOperand());
            return parts;
        }
        return List.of(expression);
    }

    private static boolean isText(Tree tree) {
        return tree.getKind() == Tree.Kind.STRING_LITERAL;
    }

    private static String text(Tree literal) {
        return (String) ((LiteralTree) literal).getValue();
    }

    private static String name(Tree called) {
        return called instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : called instanceof IdentifierTree identifier
                        ? identifier.getName().toString()
                        : "";
    }

    private long line(Tree tree) {
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }
}
