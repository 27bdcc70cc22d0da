package org.camelforce.salesforcecc.migration;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The files of a project that a scan looks at, sorted. */
final class ProjectFiles {

    private static final Set<String> BUILD_OUTPUT =
            Set.of("target", "build", "out", "bin", "dist", "node_modules", "generated-sources");
    private static final Set<String> TOOLS = Set.of(
            ".git",
            ".svn",
            ".hg",
            ".idea",
            ".vscode",
            ".settings",
            ".gradle",
            ".metadata",
            ".camel-jbang",
            ".terraform",
            ".cache",
            ".m2",
            ".venv");
    private static final Set<String> DOCUMENTATION = Set.of(
            "md",
            "markdown",
            "mdx",
            "adoc",
            "asciidoc",
            "rst",
            "html",
            "htm",
            "css",
            "svg",
            "puml",
            "drawio",
            "patch",
            "diff",
            "orig",
            "rej");
    private static final Set<String> DOCUMENTS = Set.of(
            "license",
            "notice",
            "readme",
            "changelog",
            "changes",
            "authors",
            "codeowners",
            ".gitignore",
            ".gitattributes",
            ".editorconfig",
            ".dockerignore",
            ".helmignore",
            "license.txt",
            "notice.txt");

    private ProjectFiles() {}

    /**
     * @param folder the root of the project
     * @throws IOException if it cannot be read
     */
    static List<Path> of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isSkipped(folder.relativize(directory))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isDocument(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Path::compareTo);
        return files;
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return DOCUMENTS.contains(name) || DOCUMENTATION.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** A package below {@code src} may have the name of a build folder. */
    private static boolean isSkipped(Path directory) {
        String name = String.valueOf(directory.getFileName());
        boolean source = StreamSupport.stream(directory.spliterator(), false)
                .anyMatch(part -> part.toString().equals("src"));
        return TOOLS.contains(name) || BUILD_OUTPUT.contains(name) && !source;
    }
}
