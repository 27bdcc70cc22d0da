package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a repository, but not those of builds and hidden folders.
 *
 * @param root its root
 */
public record Repository(Path root) {

    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules");
    private static final String README = "README.md";

    /**
     * @return the root's README and the pages of the guide, whose code is made of snippets
     * @throws IOException if the folders cannot be read
     */
    public List<Page> pages() throws IOException {
        Path guide = root.resolve("src/docs");
        return markdown().stream()
                .filter(file -> file.startsWith(guide) || file.equals(root.resolve(README)))
                .map(file -> new Page(root, file))
                .toList();
    }

    /**
     * @return all Markdown files
     * @throws IOException if the folders cannot be read
     */
    public List<Path> markdown() throws IOException {
        return files(".md");
    }

    /**
     * @param ending of the names
     * @return all files with such a name, in order
     * @throws IOException if the folders cannot be read
     */
    public List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                return !folder.equals(root) && (name.startsWith(".") || NOT_SOURCES.contains(name))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }
}
