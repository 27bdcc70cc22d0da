package org.camelforce.salesforcecc.simulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/**
 * A PKCS12 trust store that clients of the simulator are started with.
 *
 * @param path where it is
 * @param temporary whether it goes when the program ends
 */
record TrustStoreFile(Path path, boolean temporary) {

    /** What Java's own trust store has, too: it guards nothing, but a store without one cannot be read. */
    static final String PASSWORD = "changeit";

    private static final String ALIAS = "salesforce-simulator";

    /** @param path an absent or empty file, or a trust store with the usual password, whose other certificates stay */
    static TrustStoreFile at(Path path) {
        return new TrustStoreFile(path.toAbsolutePath(), false);
    }

    /** @throws UncheckedIOException if the folder for temporary files cannot be written */
    static TrustStoreFile forThisRun() {
        try {
            return new TrustStoreFile(Files.createTempFile("salesforce-simulator", ".p12"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a trust store", e);
        }
    }

    /** @throws UncheckedIOException if the file is something else or cannot be written */
    void add(Certificate certificate) {
        addAs(ALIAS, certificate);
    }

    void addAs(String alias, Certificate certificate) {
        try {
            KeyStore store = load();
            store.setCertificateEntry(alias, certificate);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            Files.write(path, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trust store " + path, e);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException("cannot write the trust store " + path, new IOException(e));
        }
    }

    void remove() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the trust store " + path, e);
            }
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(path) && Files.size(path) > 0) {
            try (InputStream in = Files.newInputStream(path)) {
                store.load(in, PASSWORD.toCharArray());
            }
        } else {
            store.load(null, null);
        }
        return store;
    }
}
