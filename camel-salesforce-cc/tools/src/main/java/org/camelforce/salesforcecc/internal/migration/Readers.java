package org.camelforce.salesforcecc.internal.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One reader for each kind of file. */
final class Readers {

    /** What is put behind the name of a file that is an example of one. */
    private static final Pattern EXAMPLE = Pattern.compile("\\.(?:example|sample|dist|template)$");

    private final List<SourceReader> readers;

    Readers(MigrationTarget target, SpringBootMajor starter) {
        this.readers = List.of(
                new PropertiesReader(target),
                new EnvironmentReader(),
                new DockerfileReader(),
                new YamlReader(this, target),
                new JsonReader(),
                new XmlReader(target, starter),
                new JavaReader(target),
                new GradleReader(target, starter),
                new ScriptReader(target),
                new ShellReader(),
                new TextReader());
    }

    /** The reader of a file; {@code path} is relative to the project, in lower case, with {@code /}. */
    Optional<SourceReader> forPath(String path) {
        String kind = EXAMPLE.matcher(path).replaceFirst("");
        return reader(kind).or(() -> reader(path));
    }

    private Optional<SourceReader> reader(String path) {
        return readers.stream().filter(reader -> reader.reads(path)).findFirst();
    }
}
