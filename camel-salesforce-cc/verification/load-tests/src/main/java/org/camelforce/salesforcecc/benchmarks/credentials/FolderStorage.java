package org.camelforce.salesforcecc.benchmarks.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/** In a folder with one file per value, changed as Kubernetes changes a mounted secret: by turning a link. */
final class FolderStorage implements CredentialsStorage {

    private static final String DATA = "..data";

    private final Path folder;

    FolderStorage() throws IOException {
        this.folder = Files.createTempDirectory("rotation-drill");
    }

    @Override
    public String name() {
        return "mounted folder";
    }

    @Override
    public String operation() {
        return "adds nextConsumerKey and nextConsumerSecret to the Secret; then makes them the current ones";
    }

    @Override
    public void configure(CamelContext context, SalesforceCcComponent component) {
        component.setCredentialsLocation(folder.toString());
    }

    @Override
    public void keep(List<ConsumerDetails> pairs) throws IOException {
        Map<String, String> values = NamedValues.of(pairs);
        Path version = Files.createTempDirectory(folder, "..");
        for (Map.Entry<String, String> value : values.entrySet()) {
            Files.writeString(version.resolve(value.getKey()), value.getValue());
        }
        Path link = Files.createSymbolicLink(folder.resolve(DATA + "_tmp"), version.getFileName());
        Files.move(link, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
        for (String name : values.keySet()) {
            if (!Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(folder.resolve(name), Path.of(DATA, name));
            }
        }
        unlinkOthers(values);
    }

    @Override
    public void close() throws IOException {
        FolderDeletion.delete(folder);
    }

    private void unlinkOthers(Map<String, String> values) throws IOException {
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !values.containsKey(file.getFileName().toString()))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }
}
