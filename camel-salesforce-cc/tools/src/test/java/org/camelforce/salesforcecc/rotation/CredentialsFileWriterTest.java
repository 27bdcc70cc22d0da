package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Properties;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.credentials.FileCredentialsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFileWriterTest {

    private static final String LOGIN_URL = "https://acme.my.salesforce.com";
    private static final ClientCredentials PAIR = new ClientCredentials("3MVG9.key", "5EC:RET=#!\\ü");

    @TempDir
    Path folder;

    @Test
    void writeWhenFileIsNewThenJsonForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("salesforce.json");

        new CredentialsFileWriter(file, LOGIN_URL).write(PAIR);

        JsonNode json = json(file);
        assertThat(json.size()).isEqualTo(3);
        assertPair(json);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertOnly(file);
    }

    @Test
    void writeWhenFileHasOtherValuesThenTheyAreKept() throws IOException {
        Path file = folder.resolve("salesforce");
        Files.writeString(file, "{\"appId\":\"0xI\",\"consumerSecret\":\"old\"}");

        new CredentialsFileWriter(file, LOGIN_URL).write(PAIR);

        assertPair(json(file));
        assertThat(json(file).get("appId").asText()).isEqualTo("0xI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "consumerSecret=s3cr3t", "{\"consumerSecret\":\"s3cr3t\""})
    void writeWhenFileHoldsSomethingElseThenRefusedAndLeft(String text) throws IOException {
        Path file = folder.resolve("salesforce.json");
        Files.writeString(file, text);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CredentialsFileWriter(file, LOGIN_URL).write(PAIR))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("s3cr3t")
                .withNoCause();
        assertThat(file).hasContent(text);
        assertOnly(file);
    }

    @Test
    void writeWhenSuffixIsPropertiesThenThatForm() throws IOException {
        Path file = folder.resolve("application.PROPERTIES");
        Files.writeString(file, "# a comment\nother = kept\nconsumerKey = old\n");

        new CredentialsFileWriter(file, LOGIN_URL).write(PAIR);

        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        assertThat(properties)
                .containsEntry("consumerKey", PAIR.clientId())
                .containsEntry("consumerSecret", PAIR.clientSecret())
                .containsEntry("baseUri", "https://acme.my.salesforce.com")
                .containsEntry("other", "kept")
                .hasSize(4);
        assertThat(Files.readString(file)).doesNotContain("# ");
    }

    @Test
    void writeWhenNamesAreGivenThenUsed() throws IOException {
        Path file = folder.resolve("application.properties");
        CredentialsFileWriter writer = new CredentialsFileWriter(file, LOGIN_URL);
        writer.setNames(new CredentialNames("client-id", "client-secret", "login-url"));

        writer.write(PAIR);

        assertThat(Files.readString(file)).contains("client-id=3MVG9.key\n").contains("login-url=https");
    }

    @Test
    void writeWhenFileIsALinkThenItsTargetIsReplaced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("real")).resolve("secret.json");
        Files.writeString(target, "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);

        new CredentialsFileWriter(link, LOGIN_URL).write(PAIR);

        assertThat(link).isSymbolicLink();
        assertPair(json(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-rw-r--", "r--------"})
    void writeWhenFileIsReplacedThenItKeepsPermissions(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("salesforce.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        new CredentialsFileWriter(file, LOGIN_URL).write(PAIR);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    @Test
    void writeWhenRootReplacesAFileThenItKeepsOwnerAndGroup() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Path file = Files.writeString(folder.resolve("salesforce.json"), "{}");
        UserPrincipalLookupService users = file.getFileSystem().getUserPrincipalLookupService();
        UserPrincipal daemon = users.lookupPrincipalByName("daemon");
        GroupPrincipal group = users.lookupPrincipalByGroupName("daemon");
        Files.setOwner(file, daemon);
        Files.getFileAttributeView(file, PosixFileAttributeView.class).setGroup(group);

        new CredentialsFileWriter(file, LOGIN_URL).write(PAIR);

        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        assertThat(attributes.owner()).isEqualTo(daemon);
        assertThat(attributes.group()).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce.json", "salesforce.properties"})
    void writeBothWhenFollowedByTheNewPairThenBothAndThenThatAlone(String name) throws IOException {
        Path file = folder.resolve(name);
        CredentialsFileWriter writer = new CredentialsFileWriter(file, LOGIN_URL);
        ClientCredentials next = new ClientCredentials("next-key", "next-secret");

        assertThat(writer.writeBoth(PAIR, next)).isTrue();
        assertThat(new FileCredentialsSource(file).candidates()).containsExactly(PAIR, next);

        writer.write(next);
        assertThat(new FileCredentialsSource(file).candidates()).containsExactly(next);
        assertThat(Files.readString(file)).doesNotContain("nextConsumer");
    }

    @Test
    void writeBothWhenNamesHaveAPrefixThenTheSourceReadsThem() throws IOException {
        Path file = folder.resolve("application.properties");
        CredentialsFileWriter writer = new CredentialsFileWriter(file, LOGIN_URL);
        writer.setNames(new CredentialNames("sf.client-id", "sf.client-secret", "sf.login-url"));
        ClientCredentials next = new ClientCredentials("next-key", "next-secret");

        writer.writeBoth(PAIR, next);

        assertThat(new FileCredentialsSource(file).candidates()).containsExactly(PAIR, next);
    }

    @Test
    void writeWhenFolderIsMissingThenFails() {
        Path file = folder.resolve("missing").resolve("salesforce.json");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CredentialsFileWriter(file, LOGIN_URL).write(PAIR));
    }

    private void assertOnly(Path file) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static void assertPair(JsonNode json) {
        assertThat(json.get("consumerKey").asText()).isEqualTo(PAIR.clientId());
        assertThat(json.get("consumerSecret").asText()).isEqualTo(PAIR.clientSecret());
        assertThat(json.get("baseUri").asText()).isEqualTo("https://acme.my.salesforce.com");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
