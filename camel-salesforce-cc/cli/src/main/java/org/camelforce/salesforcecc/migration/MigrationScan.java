package org.camelforce.salesforcecc.migration;

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
import org.camelforce.salesforcecc.migration.Place.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lists what in a project belongs to Camel's component {@code salesforce}, to Camel's Kamelets for Salesforce and to
 * their logins with a username and password, a JWT or a refresh token, each with what to write instead where that is
 * certain. So are message headers that choose a parameter by an old name. Changes no file.
 */
public final class MigrationScan {

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
        Readers readers = new Readers(target);
        for (Path path : ProjectFiles.of(folder)) {
            Read read = read(path, readers, unread);
            if (read != null) {
                files.add(read);
            }
        }
        Set<String> referred = files.stream()
                .flatMap(file -> file.places().references().names().stream())
                .collect(Collectors.toSet());
        files.forEach(file -> file.places().references().look(referred, file.places()));
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

    private @Nullable Read read(Path path, Readers readers, List<String> unread) throws IOException {
        String name = folder.relativize(path).toString().replace('\\', '/');
        String lower = name.toLowerCase(Locale.ROOT);
        byte[] bytes = Files.readAllBytes(path);
        if (isBinary(bytes)) {
            return null;
        }
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        Optional<SourceReader> reader = readers.forPath(text.startsWith("#!") ? lower + ".sh" : lower);
        Source file = new Source(lower, text);
        Places places = new Places(file);
        boolean mentioned = mentions(lower + "\n" + text);
        if (!mentioned && !definesValues(lower)) {
            return null;
        }
        if (reader.isEmpty()) {
            if (text.toLowerCase(Locale.ROOT).contains("salesforce")) {
                unread.add(name + " (scan does not know this kind of file)");
            }
            return null;
        }
        try {
            reader.get().read(file.withoutMark(), places);
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

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
