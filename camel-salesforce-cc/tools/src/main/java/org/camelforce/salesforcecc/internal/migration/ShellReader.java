package org.camelforce.salesforcecc.internal.migration;

import java.util.Set;

/** Recognises variables and arguments in scripts of shells, and in files of programs such as Make. */
final class ShellReader implements SourceReader {

    private static final Set<String> EXTENSIONS =
            Set.of("sh", "bash", "zsh", "ksh", "fish", "bat", "cmd", "ps1", "mk", "service");
    private static final Set<String> NAMES =
            Set.of("makefile", "procfile", "jvm.config", "maven.config", "mvnw", "gradlew", "setenv");

    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return NAMES.contains(name) || EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    public void read(Source source, Places places) {
        Comments.lines(source, "#", "rem ", "::").forEach(line -> Recognizer.read(source, line, places));
    }
}
