package org.camelforce.salesforcecc.internal.migration;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
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

    private final List<Path> files = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();

    private ProjectFiles() {}

    /**
     * @param folder the root of the project; it may be a symbolic link
     * @throws IOException if it cannot be read
     */
    static ProjectFiles of(Path folder) throws IOException {
        ProjectFiles found = new ProjectFiles();
        Path real = folder.toRealPath();
        Files.walkFileTree(real, found.visitor(folder, real));
        found.files.sort(Path::compareTo);
        found.links.sort(Path::compareTo);
        found.unreadable.sort(Path::compareTo);
        return found;
    }

    private FileVisitor<Path> visitor(Path folder, Path real) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return isSkipped(real.relativize(directory)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path named = folder.resolve(real.relativize(file));
                if (isDocument(file)) {
                    return FileVisitResult.CONTINUE;
                } else if (attributes.isRegularFile()) {
                    files.add(named);
                } else if (attributes.isSymbolicLink()
                        && Files.isRegularFile(file)
                        && !file.toRealPath().startsWith(real)) {
                    links.add(named);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(real)) {
                    throw e;
                }
                unreadable.add(folder.resolve(real.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        };
    }

    /** The files to read. */
    List<Path> files() {
        return files;
    }

    /** Symbolic links to files outside of the folder. */
    List<Path> links() {
        return links;
    }

    /** What the file system refused to open. */
    List<Path> unreadable() {
        return unreadable;
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
