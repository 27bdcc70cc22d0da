package org.camelforce.salesforcecc.benchmarks.credentials;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;

/** In a properties file or a JSON file, which is replaced as a whole. */
final class FileStorage implements CredentialsStorage {

    private final Path folder;
    private final boolean json;

    FileStorage(boolean json) throws IOException {
        this.json = json;
        this.folder = Files.createTempDirectory("rotation-drill");
    }

    @Override
    public String name() {
        return json ? "JSON file" : "properties file";
    }

    @Override
    public String operation() {
        return "replaces the file by one with nextConsumerKey and nextConsumerSecret; then by one with the new pair";
    }

    @Override
    public void configure(CamelContext context, SalesforceCcComponent component) {
        component.setCredentialsLocation(file().toString());
    }

    @Override
    public void keep(List<ConsumerDetails> pairs) throws IOException {
        Map<String, String> values = NamedValues.of(pairs);
        Path written = Files.writeString(folder.resolve("written"), json ? json(values) : properties(values));
        Files.move(written, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        FolderDeletion.delete(folder);
    }

    private Path file() {
        return folder.resolve(json ? "credentials.json" : "credentials.properties");
    }

    private static String json(Map<String, String> values) throws IOException {
        return new ObjectMapper().writeValueAsString(values);
    }

    private static String properties(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n"));
    }
}
