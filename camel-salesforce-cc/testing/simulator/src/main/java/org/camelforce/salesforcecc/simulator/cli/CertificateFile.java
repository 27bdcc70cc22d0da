package org.camelforce.salesforcecc.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A certificate in PEM, which clients take that are not written in Java.
 *
 * @param path where it is
 * @param temporary whether it goes when the program ends
 */
record CertificateFile(Path path, boolean temporary) {

    /** @param path a file that is replaced if it is there */
    static CertificateFile at(Path path) {
        return new CertificateFile(path.toAbsolutePath(), false);
    }

    /** @throws UncheckedIOException if the folder for temporary files cannot be written */
    static CertificateFile forThisRun() {
        try {
            return new CertificateFile(Files.createTempFile("salesforce-simulator", ".pem"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a certificate", e);
        }
    }

    /** @throws UncheckedIOException if the file cannot be written */
    void write(String pem) {
        try {
            Files.writeString(path, pem);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the certificate " + path, e);
        }
    }

    void remove() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the certificate " + path, e);
            }
        }
    }
}
