package org.camelforce.salesforcecc.internal.migration;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small project for each kind of file, and the lines of it that have to change. */
enum ProjectKind {
    PROPERTIES,
    CFG,
    YAML,
    ENV,
    COMPOSE,
    DOCKERFILE,
    SHELL,
    JSON,
    XML,
    BUILD,
    JAVA,
    KOTLIN_GROOVY;

    static final MigrationTarget TARGET = new MigrationTarget("https://acme.my.salesforce.com", "1.0.0");
    static final String[] SECRETS = {"sesame", "jane@", "0123456789", "abcdef", "changeit1", "b3Blb", "amFuZ"};

    private static final Path PROJECTS = Path.of("src/test/resources/projects");

    Path folder() {
        return PROJECTS.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The lines that have to change, each as {@code certain path:line} or {@code look path:line}. */
    Set<String> expected() throws IOException {
        return Files.readAllLines(PROJECTS.resolve(folder().getFileName() + ".txt")).stream()
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines that a scan finds, in the same form. */
    Set<String> found() throws IOException {
        return new MigrationScan(folder(), new MigrationTarget(null, "1.0.0"), false)
                .run().findings().stream()
                        .map(finding -> finding.certainty().name().toLowerCase(Locale.ROOT) + " " + finding.file() + ":"
                                + finding.line())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Copies the project. */
    Path copyTo(Path target) throws IOException {
        return copy(folder(), target);
    }

    static Path copy(Path from, Path target) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                return FileVisitResult.CONTINUE;
            }
        });
        return target;
    }
}
