package org.camelforce.salesforcecc.internal.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lists what in a project belongs to Camel's component {@code salesforce}, to Camel's Kamelets for Salesforce and to
 * their logins with a username and password, a JWT or a refresh token, each with what to write instead where that is
 * certain. So are message headers that choose a parameter by an old name. Changes no file.
 */
public final class MigrationScan {

    private static final Set<Charset> MARKED = Set.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final long LARGEST = 32L << 20;

    private final Path folder;
    private final MigrationTarget target;
    private final boolean all;

    /** @param folder the root of a project */
    public MigrationScan(Path folder) {
        this(folder, new MigrationTarget(null, null), false);
    }

    /**
     * @param folder the root of a project
     * @param target what it moves to
     * @param all whether to list what belongs to the component in a project that logs in with the client credentials
     *     flow already
     */
    public MigrationScan(Path folder, MigrationTarget target, boolean all) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.target = Objects.requireNonNull(target, "target");
        this.all = all;
    }

    /** A file that was read. */
    private record Read(String name, Charset charset, Places places) {}

    /**
     * Reads all files below the folder, without following symbolic links, build output, documentation and the folders
     * of tools.
     *
     * @return what was found
     * @throws IOException if the folder or a file cannot be read
     */
    public MigrationReport run() throws IOException {
        List<Read> files = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        ProjectFiles project = ProjectFiles.of(folder);
        SpringBootMajor springBoot = new SpringBootMajor();
        for (Path path : project.files()) {
            if (SpringBootMajor.isIn(name(path).toLowerCase(Locale.ROOT)) && Files.isReadable(path)) {
                springBoot.read(Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        Readers readers = new Readers(target, springBoot);
        project.unreadable().forEach(path -> unread.add(name(path) + " (cannot be read)"));
        for (Path path : project.links()) {
            if (Files.isReadable(path) && mentionsSalesforce(path)) {
                unread.add(name(path) + " (a link to a file outside the folder)");
            }
        }
        for (Path path : project.files()) {
            if (!Files.isReadable(path)) {
                unread.add(name(path) + " (cannot be read)");
                continue;
            }
            Read read = read(path, readers, unread);
            if (read != null) {
                files.add(read);
            }
        }
        Set<String> referred = files.stream()
                .flatMap(file -> file.places().references().names().stream())
                .collect(Collectors.toSet());
        files.forEach(file -> file.places().references().look(referred, file.places()));
        if (Kamelet.lackDependency(
                files.stream().map(file -> file.places().file()).toList())) {
            files.forEach(file -> file.places().lookAtKamelets());
        }
        boolean moved = !all
                && files.stream().anyMatch(file -> file.places().hasClientCredentials())
                && files.stream().noneMatch(file -> file.places().hasCredential());
        List<MigrationFinding> findings = new ArrayList<>();
        List<FileChange> changes = new ArrayList<>();
        int passedOver = 0;
        for (Read file : files) {
            List<Place> places = file.places().places().stream()
                    .filter(place -> !moved || place.kind() != Kind.MOVE)
                    .toList();
            passedOver += file.places().places().size() - places.size();
            FileFindings found = new FileFindings(file.name(), file.places(), places);
            findings.addAll(found.findings());
            FileChange change = found.change(file.charset());
            if (change != null) {
                changes.add(change);
            }
        }
        return new MigrationReport(findings, unread, passedOver, changes);
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private @Nullable Read read(Path path, Readers readers, List<String> unread) throws IOException {
        String name = name(path);
        String lower = name.toLowerCase(Locale.ROOT);
        if (Files.size(path) > LARGEST) {
            if (mentionsSalesforce(path)) {
                unread.add(name + " (larger than 32 MB)");
            }
            return null;
        }
        byte[] bytes = Files.readAllBytes(path);
        Charset charset = charset(bytes);
        if (!MARKED.contains(charset) && isBinary(bytes)) {
            return null;
        }
        String text = new String(bytes, charset);
        Optional<SourceReader> reader = readers.forPath(text.startsWith("#!") ? lower + ".sh" : lower);
        Source file = new Source(lower, text);
        Places places = new Places(file);
        boolean mentioned = mentions(lower + "\n" + text);
        if (!mentioned && !definesValues(lower) && !text.contains(Kamelet.ARTIFACT)) {
            return null;
        }
        if (reader.isEmpty()) {
            if (text.toLowerCase(Locale.ROOT).contains("salesforce")) {
                unread.add(name + " (scan does not know this kind of file)");
            }
            return null;
        }
        try {
            read(reader.get(), file.withoutMark(), places);
        } catch (UnreadableFileException e) {
            if (!mentioned) {
                return null;
            }
            unread.add(name + " (" + e.getMessage() + ")");
            Places recognized = new Places(file);
            Comments.lines(file, "#", "//", "<!--", "*").forEach(line -> Recognizer.read(file, line, recognized));
            return new Read(name, charset, recognized);
        }
        return new Read(name, charset, places);
    }

    /** One file that a reader fails on must not hide all others. */
    private static void read(SourceReader reader, Source source, Places places) throws UnreadableFileException {
        try {
            reader.read(source, places);
        } catch (StackOverflowError e) {
            throw new UnreadableFileException("nested too deeply", e);
        } catch (RuntimeException e) {
            throw new UnreadableFileException(
                    "scan failed on it with " + e.getClass().getSimpleName(), e);
        }
    }

    /** Whether a file may define what the old login refers to, without a word about Salesforce. */
    private static boolean definesValues(String path) {
        return path.matches(".*(\\.properties|\\.cfg|\\.ya?ml|\\.env|/\\.env[^/]*)") || path.startsWith(".env");
    }

    private static boolean mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("salesforce") || lower.contains("sfdc") || lower.contains("sf_") || lower.contains("sf.");
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8000); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentionsSalesforce(Path path) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            char[] part = new char[1 << 16];
            String before = "";
            for (int read = lines.read(part); read >= 0; read = lines.read(part)) {
                String text = (before + new String(part, 0, read)).toLowerCase(Locale.ROOT);
                if (text.contains(Property.SCHEME)) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - Property.SCHEME.length()));
            }
            return false;
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
