package org.camelforce.salesforcecc.internal.migration;

/** Recognises variables and arguments in Dockerfiles. */
final class DockerfileReader implements SourceReader {

    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith("dockerfile")
                || name.startsWith("containerfile")
                || name.endsWith(".dockerfile")
                || name.endsWith(".containerfile");
    }

    @Override
    public void read(Source source, Places places) {
        Comments.lines(source, "#").forEach(line -> Recognizer.read(source, line, places));
    }
}
