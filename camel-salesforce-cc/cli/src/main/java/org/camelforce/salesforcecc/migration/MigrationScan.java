package org.camelforce.salesforcecc.migration;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.camelforce.salesforcecc.migration.Hit.Kind;

/**
 * Lists what in a project still logs in to Salesforce with a username and password or a refresh token, through Camel's
 * component {@code salesforce} or Camel's Kamelets for Salesforce: properties, YAML, XML and Java, each with the line
 * to write instead. So are message headers that choose a parameter by an old name. Endpoints and options that only
 * belong to the component are listed if the project has such a login. Changes no file.
 */
public final class MigrationScan {

    private static final Set<String> BUILD_OUTPUT =
            Set.of("target", "build", "out", "bin", "dist", "node_modules", "generated-sources");

    private static final List<SourceReader> READERS =
            List.of(new PropertiesReader(), new YamlReader(), new XmlReader(), new JavaReader(), new HeaderReader());

    private final Path folder;

    /** @param folder the root of a project */
    public MigrationScan(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * Reads all files below the folder, without following symbolic links, build output and hidden folders.
     *
     * @return what was found
     * @throws IOException if the folder or a file cannot be read
     */
    public MigrationReport run() throws IOException {
        Map<String, List<Hit>> hits = new TreeMap<>();
        List<String> unread = new ArrayList<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                hits.put(name, read(file));
            } catch (UnreadableFileException e) {
                unread.add(name + " (" + e.getMessage() + ")");
            }
        }
        boolean password = hits.values().stream().flatMap(List::stream).anyMatch(hit -> hit.kind() == Kind.CREDENTIAL);
        List<MigrationFinding> findings = new ArrayList<>();
        hits.forEach((name, ofFile) -> ofFile.stream()
                .filter(hit -> password || hit.kind() != Kind.CONSEQUENCE)
                .sorted(Comparator.comparingInt(Hit::line))
                .map(hit -> new MigrationFinding(name, hit.line(), hit.found(), hit.instead(), hit.why()))
                .distinct()
                .forEach(findings::add));
        return new MigrationReport(findings, unread);
    }

    private static List<Hit> read(Path file) throws IOException, UnreadableFileException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (SourceReader reader : READERS) {
            if (reader.reads(name)) {
                String text = text(file);
                if (text.toLowerCase(Locale.ROOT).contains("salesforce")) {
                    Source source = new Source(text);
                    reader.read(source).stream().map(source::masked).forEach(hits::add);
                }
            }
        }
        return hits;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    private List<Path> files() throws IOException {
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
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** A package below {@code src} may have the name of a build folder. */
    private static boolean isSkipped(Path directory) {
        String name = String.valueOf(directory.getFileName());
        boolean source = StreamSupport.stream(directory.spliterator(), false)
                .anyMatch(part -> part.toString().equals("src"));
        return name.startsWith(".") || BUILD_OUTPUT.contains(name) && !source;
    }
}
