package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.credentials.FileCredentialsSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsFolderWriterTest {

    private static final ClientCredentials FIRST = new ClientCredentials("key-1", "secret-1");
    private static final ClientCredentials SECOND = new ClientCredentials("key-2", "secret-2");

    @TempDir
    Path folder;

    private CredentialsFolderWriter writer;

    @BeforeEach
    void newWriter() {
        writer = new CredentialsFolderWriter(folder, "https://acme.my.salesforce.com");
    }

    @Test
    void writeWhenFolderIsEmptyThenOneFilePerValue() throws IOException {
        writer.write(FIRST);

        assertHolds(FIRST);
        assertThat(folder.resolve("baseUri")).hasContent("https://acme.my.salesforce.com");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("consumerSecret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void writeWhenRepeatedThenAllValuesChangeAtOnceAndTheOldOnesAreGone() throws IOException {
        writer.write(FIRST);
        Path old = folder.resolve("..data").toRealPath();
        writer.write(SECOND);

        assertHolds(SECOND);
        assertThat(old).doesNotExist();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "..data",
                        fileName(folder.resolve("..data").toRealPath()),
                        "baseUri",
                        "consumerKey",
                        "consumerSecret");
    }

    @Test
    void writeBothWhenFollowedByTheNewPairThenBothAndThenThatAlone() throws IOException {
        writer.write(FIRST);
        writer.writeBoth(FIRST, SECOND);
        assertThat(new FileCredentialsSource(folder).candidates()).containsExactly(FIRST, SECOND);

        writer.write(SECOND);

        assertThat(new FileCredentialsSource(folder).candidates()).containsExactly(SECOND);
        assertThat(names()).noneMatch(name -> name.startsWith("next"));
    }

    @Test
    void writeWhenValuesAreReplacedThenTheyKeepPermissions() throws IOException {
        writer.write(FIRST);
        Path data = folder.resolve("..data").toRealPath();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(data.resolve("consumerSecret"), PosixFilePermissions.fromString("rw-r-----"));

        writer.writeBoth(FIRST, SECOND);

        assertThat(permissions("..data")).isEqualTo("rwxr-x---");
        assertThat(permissions("consumerSecret")).isEqualTo("rw-r-----");
        assertThat(permissions("nextConsumerSecret")).isEqualTo("rw-r-----");
        assertThat(permissions("consumerKey")).isEqualTo("rw-------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void writeWhenAValueIsAFileOfSomebodyElseThenRefusedAndLeft() throws IOException {
        Files.writeString(folder.resolve("consumerKey"), "mine");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> writer.write(FIRST))
                .withMessageContaining("consumerKey");
        assertThat(folder.resolve("consumerKey")).hasContent("mine");
        assertThat(names()).noneMatch(name -> name.startsWith("..version-"));
    }

    @Test
    void writeBothWhenFilesHoldTheCurrentPairThenTheyBecomeLinks() throws IOException {
        Files.writeString(folder.resolve("consumerKey"), "key-1\n");
        Files.writeString(folder.resolve("consumerSecret"), "secret-1\n");

        writer.writeBoth(FIRST, SECOND);

        assertThat(new FileCredentialsSource(folder).candidates()).containsExactly(FIRST, SECOND);
        assertThat(folder.resolve("consumerKey")).isSymbolicLink();
        assertThat(folder.resolve("consumerSecret")).isSymbolicLink();
        assertThat(names()).filteredOn(name -> name.startsWith("..version-")).hasSize(1);
    }

    @Test
    void writeBothWhenOnlyOneFileHasBecomeALinkThenTheOtherOneDoesToo() throws IOException {
        writer.write(FIRST);
        Files.delete(folder.resolve("consumerSecret"));
        Files.writeString(folder.resolve("consumerSecret"), "secret-1");

        writer.writeBoth(FIRST, SECOND);

        assertThat(new FileCredentialsSource(folder).candidates()).containsExactly(FIRST, SECOND);
        assertThat(folder.resolve("consumerSecret")).isSymbolicLink();
    }

    @Test
    void writeBothWhenFilesHoldTheCurrentPairThenPermissionsAreKept() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        Files.writeString(folder.resolve("consumerKey"), "key-1");
        Files.writeString(folder.resolve("consumerSecret"), "secret-1");
        Files.setPosixFilePermissions(folder.resolve("consumerSecret"), PosixFilePermissions.fromString("rw-r-----"));

        writer.writeBoth(FIRST, SECOND);

        assertThat(permissions("..data")).isEqualTo("rwxr-x---");
        assertThat(permissions("consumerSecret")).isEqualTo("rw-r-----");
        assertThat(permissions("nextConsumerSecret")).isEqualTo("rw-r-----");
    }

    @Test
    void writeBothWhenAFileHoldsAnotherValueThenRefusedAndAllFilesAreLeft() throws IOException {
        Files.writeString(folder.resolve("consumerKey"), "key-1");
        Files.writeString(folder.resolve("consumerSecret"), "another secret");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> writer.writeBoth(FIRST, SECOND))
                .withMessageContaining("consumerSecret")
                .withMessageNotContaining("another secret");
        assertThat(names()).containsExactlyInAnyOrder("consumerKey", "consumerSecret");
        assertThat(folder.resolve("consumerKey")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientId", "client-secret", "nextClientSecret"})
    void writeBothWhenAFileWouldBeReadInPlaceOfTheNewPairThenRefusedAndLeft(String name) throws IOException {
        Files.writeString(folder.resolve(name), "mine");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> writer.writeBoth(FIRST, SECOND))
                .withMessageContaining(name)
                .withMessageContaining("consumerKey");
        assertThat(names()).containsExactly(name);
    }

    @Test
    void writeWhenDataCannotBeReplacedThenFailsAndTheOldValuesStay() throws IOException {
        Files.createDirectory(folder.resolve("..data"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.write(FIRST));
        assertThat(names()).noneMatch(name -> name.startsWith("..version-"));
    }

    @Test
    void writeWhenNamesAreGivenThenUsed() throws IOException {
        writer.setNames(new CredentialNames("client-id", "client-secret", "login-url"));
        writer.write(FIRST);
        writer.writeBoth(FIRST, SECOND);

        assertThat(folder.resolve("client-secret")).hasContent("secret-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../key", "..data", ".hidden", "a\\b"})
    void namesWhenNotUsableAsFileNamesThenRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialNames(name, "secret", "uri"));
    }

    @Test
    void namesWhenTheSameThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialNames("same", "same", "uri"));
    }

    private void assertHolds(ClientCredentials pair) {
        assertThat(folder.resolve("consumerKey")).hasContent(pair.clientId());
        assertThat(folder.resolve("consumerSecret")).hasContent(pair.clientSecret());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(CredentialsFolderWriterTest::fileName).toList();
        }
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
