package org.camelforce.salesforcecc.rotation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.credentials.FileCredentialsSource;
import org.camelforce.salesforcecc.internal.files.DurableFileWriter;

/**
 * Stores a pair as one file per value in a folder, as Kubernetes mounts a secret: the files are links into a folder
 * {@code ..data}, itself a link, which is replaced as a whole, so that a reader who opens {@code ..data} once never
 * sees the key of one pair with the secret of another. Needs a file system with symbolic links. New values can be read
 * by their owner only; those that are replaced keep owner, group and permissions.
 *
 * <p>Files that are no links are replaced by links when {@link #writeBoth} is called and they hold the current pair.
 */
public final class CredentialsFolderWriter implements CredentialsWriter {

    private static final String DATA = "..data";
    private static final String TEMPORARY_LINK = "..data_new";
    private static final String VERSION_PREFIX = "..version-";

    /** Without dashes and underscores, in lower case: what {@link FileCredentialsSource} prefers to other names. */
    private static final Set<String> PREFERRED_NAMES =
            Set.of("clientid", "clientsecret", "nextclientid", "nextclientsecret");

    private final Path folder;
    private final String loginUrl;
    private CredentialNames names = CredentialNames.standard();

    /**
     * @param folder the folder, which exists
     * @param loginUrl the org's My Domain, which is stored too
     */
    public CredentialsFolderWriter(Path folder, String loginUrl) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.loginUrl = Objects.requireNonNull(loginUrl, "loginUrl");
    }

    /** @param names the names of the three files; default {@link CredentialNames#standard()} */
    public void setNames(CredentialNames names) {
        this.names = Objects.requireNonNull(names, "names");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the folder cannot be written, has a file of one of the names that this class did not make,
     *     or has files of other names that the component would read instead
     */
    @Override
    public void write(ClientCredentials credentials) throws IOException {
        requireNoPreferredNames();
        replace(StoredValues.of(names, loginUrl, credentials, null));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the folder cannot be written, has a file of one of the names that this class did not make
     *     and that does not hold the current pair's value, or has files of other names that the component would read
     *     instead
     */
    @Override
    public boolean writeBoth(ClientCredentials current, ClientCredentials next) throws IOException {
        requireNoPreferredNames();
        takeOver(StoredValues.of(names, loginUrl, current, null).present());
        replace(StoredValues.of(names, loginUrl, current, next));
        return true;
    }

    private void requireNoPreferredNames() throws IOException {
        CredentialNames ofNext = names.next();
        Set<String> own = Set.of(names.key(), names.secret(), ofNext.key(), ofNext.secret());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = fileName(file).toString();
                if (!own.contains(name)
                        && PREFERRED_NAMES.contains(name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT))) {
                    throw new IOException(
                            file + " is there, too, and would be read in place of the new pair; rename it to "
                                    + names.key() + " or " + names.secret() + ", or remove it");
                }
            }
        }
    }

    /** Files with the current pair's values become links to copies of themselves, so that a reader sees no change. */
    private void takeOver(Map<String, String> current) throws IOException {
        List<Path> files = current.keySet().stream()
                .map(folder::resolve)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (files.isEmpty()) {
            return;
        }
        for (Path file : files) {
            String value = current.get(fileName(file).toString());
            if (!Files.readString(file).trim().equals(value)) {
                throw new IOException(file + " is no link, and does not hold the value of the current pair");
            }
        }
        Path version = newVersion(current, Files.exists(folder.resolve(DATA)) ? folder.resolve(DATA) : folder);
        for (Path file : files) {
            putLink(file, Path.of(DATA, fileName(file).toString()));
        }
        deleteVersionsBefore(version);
    }

    private void replace(StoredValues wanted) throws IOException {
        Map<String, String> values = wanted.present();
        for (String name : values.keySet()) {
            link(folder.resolve(name), Path.of(DATA, name));
        }
        Path version = newVersion(values, folder.resolve(DATA));
        for (String name : wanted.absent()) {
            unlink(folder.resolve(name), Path.of(DATA, name));
        }
        deleteVersionsBefore(version);
    }

    private Path newVersion(Map<String, String> values, Path former) throws IOException {
        Path version = Files.createTempDirectory(folder, VERSION_PREFIX);
        boolean stored = false;
        try {
            for (Map.Entry<String, String> value : values.entrySet()) {
                Path file = version.resolve(value.getKey());
                DurableFileWriter.write(file, value.getValue());
                DurableFileWriter.keepAttributes(formerFile(former, value.getKey()), file);
            }
            DurableFileWriter.keepAttributes(former, version);
            DurableFileWriter.syncFolder(version);
            link(folder.resolve(DATA), fileName(version));
            DurableFileWriter.syncFolder(folder);
            stored = true;
        } finally {
            if (!stored) {
                delete(version);
            }
        }
        return version;
    }

    /** Values of the next pair are as the secret is. */
    private Path formerFile(Path former, String name) {
        Path file = former.resolve(name);
        return Files.exists(file) ? file : former.resolve(names.secret());
    }

    private static void unlink(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            Files.delete(link);
        }
    }

    /** Puts a link in the place of another one; what is there and is no link was not made here, and stays. */
    private void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IOException(link + " is there already and is not a link made for a pair of credentials");
        }
        putLink(link, target);
    }

    private void putLink(Path link, Path target) throws IOException {
        Path fresh = folder.resolve(TEMPORARY_LINK);
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteVersionsBefore(Path current) throws IOException {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, VERSION_PREFIX + "*")) {
            for (Path version : versions) {
                if (!version.equals(current)) {
                    delete(version);
                }
            }
        }
    }

    private static void delete(Path version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(version)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(version);
    }

    private static Path fileName(Path path) {
        return Objects.requireNonNull(path.getFileName(), "a folder that was made has a name");
    }

    @Override
    public String toString() {
        return "CredentialsFolderWriter[folder=" + folder + "]";
    }
}
