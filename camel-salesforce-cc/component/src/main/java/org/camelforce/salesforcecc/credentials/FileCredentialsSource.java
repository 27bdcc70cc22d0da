package org.camelforce.salesforcecc.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.internal.credentials.CredentialFormat;
import org.camelforce.salesforcecc.internal.credentials.CredentialValues;
import org.jspecify.annotations.Nullable;

/**
 * Pairs in a mounted folder with one file per value, in a JSON file or in a properties file, read at every login. The
 * values are {@code consumerKey} and {@code consumerSecret} (or {@code clientId} and {@code clientSecret}), optionally
 * {@code nextConsumerKey} and {@code nextConsumerSecret} (or {@code nextClientId} and {@code nextClientSecret}) and
 * {@code baseUri} (or {@code loginUrl}); other values are ignored. Equal to another source at the same path. Safe for
 * use by several threads.
 *
 * @param path the folder, or a properties file whose name ends with {@code .properties}, or any other file, which is
 *     JSON
 */
public record FileCredentialsSource(Path path) implements CredentialsSource {

    /** Makes the path absolute. */
    public FileCredentialsSource {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * @return the pairs as they are now
     * @throws IOException if the path cannot be read
     * @throws IllegalArgumentException if key or secret is missing
     */
    @Override
    public List<ClientCredentials> candidates() throws IOException {
        return values().pairs("The file or folder " + path);
    }

    @Override
    public @Nullable String loginUrl() throws IOException {
        return values().loginUrl();
    }

    /**
     * Dates, sizes and real paths: Kubernetes replaces a mounted secret by turning a link. What it prepares before that
     * has names that begin with two dots.
     */
    @Override
    public Object version() {
        if (!Files.isDirectory(path)) {
            return version(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith(".."))
                    .map(FileCredentialsSource::version)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return e.getClass();
        }
    }

    private CredentialValues values() throws IOException {
        return new CredentialValues(CredentialFormat.of(path).read(path));
    }

    private static String version(Path file) {
        try {
            return file.toRealPath() + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return file + " " + e.getClass().getName();
        }
    }
}
