package org.camelforce.salesforcecc.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCredentialsSourceTest {

    @TempDir
    private Path folder;

    @Test
    void candidatesWhenFileIsRewrittenThenTheNewPair() throws Exception {
        FileCredentialsSource source = properties("one");
        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "one"));

        properties("two");

        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "two"));
    }

    @Test
    void loginUrlWhenInTheFileThenTold() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"baseUri\": \"https://acme.my.salesforce.com\"}");

        assertThat(new FileCredentialsSource(file).loginUrl()).isEqualTo("https://acme.my.salesforce.com");
    }

    @Test
    void candidatesWhenThereIsNoFileThenThePathIsNamed() {
        Path missing = folder.resolve("missing.properties");

        assertThatThrownBy(() -> new FileCredentialsSource(missing).candidates())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void candidatesWhenSecretIsMissingThenThePathIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.properties"), "clientId=key");

        assertThatThrownBy(() -> new FileCredentialsSource(file).candidates())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file + " has no value consumerSecret");
    }

    @Test
    void versionWhenNothingChangesThenEqual() throws Exception {
        FileCredentialsSource source = properties("one");

        assertThat(source.version()).isEqualTo(source.version());
    }

    @Test
    void versionWhenFileIsRewrittenThenAnother() throws Exception {
        FileCredentialsSource source = properties("one");
        Object before = source.version();

        properties("two");
        Files.setLastModifiedTime(source.path(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(source.version()).isNotEqualTo(before);
    }

    @Test
    void versionWhenTheNameOfTheFileBeginsWithDotsThenItCountsAllTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("..a.properties"), "clientId=key\nclientSecret=one\n");
        FileCredentialsSource source = new FileCredentialsSource(file);
        Object before = source.version();

        Files.writeString(file, "clientId=key\nclientSecret=another\n");

        assertThat(source.version()).isNotEqualTo(before);
    }

    @Test
    void versionWhenAMountedFolderTurnsItsLinkThenAnother() throws Exception {
        MountedSecret mounted = new MountedSecret(folder);
        mounted.write("key", "one");
        FileCredentialsSource source = new FileCredentialsSource(mounted.path());
        Object before = source.version();
        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "one"));

        mounted.write("key", "two");

        assertThat(source.version()).isNotEqualTo(before);
        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "two"));
    }

    @Test
    void versionWhenKubernetesPreparesTheNextSecretThenTheSame() throws Exception {
        MountedSecret mounted = new MountedSecret(folder);
        mounted.write("key", "one");
        FileCredentialsSource source = new FileCredentialsSource(mounted.path());
        Object before = source.version();

        Files.createDirectory(mounted.path().resolve("..version_next"));

        assertThat(source.version()).isEqualTo(before);
    }

    @Test
    void versionWhenTheFileGoesAndComesThenTellsWithoutFailing() throws Exception {
        FileCredentialsSource source = properties("one");
        Object before = source.version();
        Path away = folder.resolve("away");
        Files.move(source.path(), away, StandardCopyOption.ATOMIC_MOVE);

        assertThat(source.version()).isNotEqualTo(before);

        Files.move(away, source.path(), StandardCopyOption.ATOMIC_MOVE);
        assertThat(source.version()).isEqualTo(before);
    }

    @Test
    void equalsWhenSamePathWrittenAnotherWayThenSameIdentity() {
        assertThat(new FileCredentialsSource(folder.resolve("x/../a.json")))
                .isEqualTo(new FileCredentialsSource(folder.resolve("a.json")));
    }

    @Test
    void toStringWhenThereIsASecretThenThePathOnly() throws Exception {
        assertThat(properties("hush").toString()).contains("a.properties").doesNotContain("hush");
    }

    private FileCredentialsSource properties(String secret) throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "clientId=key\nclientSecret=" + secret + "\n");
        return new FileCredentialsSource(file);
    }
}
