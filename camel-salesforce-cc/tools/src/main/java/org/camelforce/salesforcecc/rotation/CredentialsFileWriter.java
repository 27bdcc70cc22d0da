package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.files.DurableFileWriter;

/**
 * Stores a pair in one file, which is replaced as a whole. A new file can be read by its owner only; one that is
 * replaced keeps owner, group and permissions. Other values in it are kept; comments in a properties file are not. A
 * file whose name ends in {@code .properties} has that form, any other one is a JSON object:
 * {@code {"consumerKey":"...","consumerSecret":"...","baseUri":"https://..."}}.
 */
public final class CredentialsFileWriter implements CredentialsWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String loginUrl;
    private CredentialNames names = CredentialNames.standard();

    /**
     * @param file the file, in a folder that exists; if it is a symbolic link, what it leads to
     * @param loginUrl the org's My Domain, which is stored too
     */
    public CredentialsFileWriter(Path file, String loginUrl) {
        this.file = Objects.requireNonNull(file, "file");
        this.loginUrl = Objects.requireNonNull(loginUrl, "loginUrl");
    }

    /** @param names the names of the three values; default {@link CredentialNames#standard()} */
    public void setNames(CredentialNames names) {
        this.names = Objects.requireNonNull(names, "names");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the file cannot be written, or holds something else already
     */
    @Override
    public void write(ClientCredentials credentials) throws IOException {
        replace(StoredValues.of(names, loginUrl, credentials, null));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the file cannot be written, or holds something else already
     */
    @Override
    public boolean writeBoth(ClientCredentials current, ClientCredentials next) throws IOException {
        replace(StoredValues.of(names, loginUrl, current, next));
        return true;
    }

    private void replace(StoredValues values) throws IOException {
        boolean properties = file.toString().toLowerCase(Locale.ROOT).endsWith(".properties");
        DurableFileWriter.replace(file, properties ? asProperties(values) : asJson(values));
    }

    private String asJson(StoredValues values) throws IOException {
        ObjectNode object = existingJson();
        object.remove(values.absent());
        values.present().forEach(object::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
    }

    /** The parser's message is not passed on: it may quote a secret. */
    private ObjectNode existingJson() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode existing = JSON.readTree(Files.readString(file));
            if (existing instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw notJson();
        }
        throw notJson();
    }

    private IOException notJson() {
        return new IOException("The file " + file + " does not hold a JSON object");
    }

    private String asProperties(StoredValues values) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                throw new IOException("The file " + file + " is not a properties file");
            }
        }
        values.absent().forEach(properties::remove);
        values.present().forEach(properties::setProperty);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .sorted()
                        .collect(Collectors.joining("\n")) + "\n";
    }

    @Override
    public String toString() {
        return "CredentialsFileWriter[file=" + file + "]";
    }
}
