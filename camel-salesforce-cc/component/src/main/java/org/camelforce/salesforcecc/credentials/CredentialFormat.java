package org.camelforce.salesforcecc.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** How named values are kept at a path. */
enum CredentialFormat {
    /** One file per value, named like it, as Kubernetes mounts a secret; files that begin with a dot are not read. */
    FOLDER {
        @Override
        Map<String, String> read(Path folder) throws IOException {
            Map<String, String> values = new LinkedHashMap<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(CredentialFormat::isValue).toList()) {
                    values.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return values;
        }
    },
    /** One JSON object, as AWS Secrets Manager and Infisical keep it for Salesforce. */
    JSON {
        @Override
        Map<String, String> read(Path file) throws IOException {
            Map<String, String> values = new LinkedHashMap<>();
            try {
                new ObjectMapper()
                        .readValue(Files.readString(file), new TypeReference<Map<String, Object>>() {})
                        .forEach((name, value) -> values.put(name, String.valueOf(value)));
            } catch (JsonProcessingException e) {
                // its message shows the text, which is the secret
                throw new IOException(file + " is not a JSON object, see line "
                        + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
            }
            return values;
        }
    },
    /** A properties file. */
    PROPERTIES {
        @Override
        Map<String, String> read(Path file) throws IOException {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        }
    };

    abstract Map<String, String> read(Path path) throws IOException;

    static CredentialFormat of(Path path) {
        if (Files.isDirectory(path)) {
            return FOLDER;
        }
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : PROPERTIES;
    }

    private static boolean isValue(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }
}
