package org.camelforce.salesforcecc.consoletests;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that are installed. */
public final class Programs {

    private Programs() {}

    /**
     * @param program its name
     * @return where it is, if it is on the path
     */
    public static Optional<File> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
