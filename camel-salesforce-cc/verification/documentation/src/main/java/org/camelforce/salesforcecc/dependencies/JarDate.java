package org.camelforce.salesforcecc.dependencies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** When a jar was built. */
final class JarDate {

    /** What some builds write instead of a date is older. */
    private static final int FIRST_YEAR = 2000;

    private JarDate() {}

    /** That of the newest entry, or of the manifest; empty if there is none. */
    static Optional<LocalDate> of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Optional<LocalDate> newest = jar.stream()
                    .map(ZipEntry::getTimeLocal)
                    .map(time -> time.toLocalDate())
                    .max(LocalDate::compareTo)
                    .filter(date -> date.getYear() >= FIRST_YEAR);
            return newest.isPresent() || jar.getManifest() == null
                    ? newest
                    : ofManifest(jar.getManifest().getMainAttributes());
        }
    }

    private static Optional<LocalDate> ofManifest(Attributes manifest) {
        String milliseconds = manifest.getValue("Bnd-LastModified");
        String date = manifest.getValue("Build-Date");
        return milliseconds == null
                ? Optional.ofNullable(date).map(LocalDate::parse)
                : Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(milliseconds)), ZoneOffset.UTC));
    }
}
