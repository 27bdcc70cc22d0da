package org.camelforce.salesforcecc.guide;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the names that Java files declare: of classes, methods, fields, parameters and variables. */
final class Identifiers {

    private Identifiers() {}

    /**
     * @param file where it is declared
     * @param line of the file, from 1
     * @param name as it is written
     */
    record Identifier(Path file, long line, String name) {

        /** {@return its words in lower case, with spaces between them} */
        String words() {
            return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_", " ")
                    .toLowerCase(Locale.ROOT);
        }
    }

    static List<Identifier> in(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Identifier> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Declarations(unit, trees, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Declarations extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Identifier> found;

        Declarations(CompilationUnitTree unit, Trees trees, List<Identifier> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            add(tree, tree.getSimpleName());
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            add(tree, tree.getName());
            return super.visitMethod(tree, nothing);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            add(tree, tree.getName());
            return super.visitVariable(tree, nothing);
        }

        private void add(Tree tree, CharSequence name) {
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            if (start >= 0 && !name.isEmpty() && !"<init>".contentEquals(name)) {
                found.add(new Identifier(
                        Path.of(unit.getSourceFile().toUri()),
                        unit.getLineMap().getLineNumber(start),
                        name.toString()));
            }
        }
    }
}
