package org.camelforce.salesforcecc.migration;

/** Recognises variables in {@code .env} files. */
final class EnvironmentReader implements SourceReader {

    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".env") || name.startsWith(".env") || name.equals("env") || name.equals(".envrc");
    }

    @Override
    public void read(Source source, Places places) {
        Comments.lines(source, "#").forEach(line -> Recognizer.read(source, line, places));
    }
}
