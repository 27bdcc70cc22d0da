package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.credentials.FileCredentialsSource;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation that is killed at any moment leaves a file with which one can log in. The former pair ends at once. */
class KilledRotationIT {

    @TempDir
    private Path folder;

    private final RotationOrg org;

    KilledRotationIT() throws Exception {
        org = new RotationOrg();
        org.org.app().rotation().setBehavior(RotationBehavior.hardCut());
    }

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    /** Where the process ends. */
    enum Moment {
        BEFORE_BOTH_ARE_STORED,
        AFTER_BOTH_ARE_STORED,
        BEFORE_THE_NEW_ONE_IS_STORED_ALONE,
        AFTER_THE_NEW_ONE_IS_STORED_ALONE
    }

    @ParameterizedTest
    @MethodSource
    void rotateWhenKilledThenTheStoredPairsLogIn(String name, Moment moment) throws Exception {
        Path path = stored(name);

        assertThatExceptionOfType(Killed.class).isThrownBy(() -> org.rotation(new KillingWriter(writer(path), moment))
                .rotate());

        assertThat(logsInFrom(path)).isTrue();
    }

    static Stream<Arguments> rotateWhenKilledThenTheStoredPairsLogIn() {
        return Stream.of("salesforce.json", "salesforce.properties", "folder")
                .flatMap(name -> Stream.of(Moment.values()).map(moment -> Arguments.of(name, moment)));
    }

    /** The process has sent the request to rotate, and does not live to see the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"salesforce.json", "salesforce.properties", "folder"})
    void rotateWhenKilledWhileSalesforceRotatesThenTheStoredPairsLogInBeforeAndAfter(String name) throws Exception {
        Path path = stored(name);
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> org.rotation(new KillingWriter(writer(path), Moment.AFTER_BOTH_ARE_STORED))
                        .rotate());
        assertThat(logsInFrom(path)).isTrue();

        org.org.app().rotation().rotate(org.org.app().rotation().staged().get(0).id());

        assertThat(org.logsIn(org.former)).isFalse();
        assertThat(logsInFrom(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce.json", "salesforce.properties", "folder"})
    void rotateWhenDoneThenTheNewPairAloneIsStored(String name) throws Exception {
        Path path = stored(name);

        RotationResult result = org.rotation(writer(path)).rotate();

        assertThat(new FileCredentialsSource(path).candidates()).containsExactly(org.current());
        assertThat(result.steps())
                .extracting(RotationStep::kind)
                .containsSubsequence(
                        RotationStep.Kind.WRITTEN,
                        RotationStep.Kind.ROTATED,
                        RotationStep.Kind.NEW_PAIR_PROVED,
                        RotationStep.Kind.FORMER_PAIR_REMOVED);
    }

    private boolean logsInFrom(Path path) throws IOException {
        return new FileCredentialsSource(path).candidates().stream().anyMatch(org::logsIn);
    }

    private Path stored(String name) throws Exception {
        Path path = folder.resolve(name);
        if (name.equals("folder")) {
            Files.createDirectory(path);
        }
        writer(path).write(org.former);
        return path;
    }

    private CredentialsWriter writer(Path path) {
        return Files.isDirectory(path)
                ? new CredentialsFolderWriter(path, org.loginUrl.value().toString())
                : new CredentialsFileWriter(path, org.loginUrl.value().toString());
    }

    /** Ends the rotation as the end of the process does: nothing is undone. */
    private static final class KillingWriter implements CredentialsWriter {

        private final CredentialsWriter writer;
        private final Moment last;

        KillingWriter(CredentialsWriter writer, Moment last) {
            this.writer = writer;
            this.last = last;
        }

        @Override
        public void write(ClientCredentials credentials) throws Exception {
            killAt(Moment.BEFORE_THE_NEW_ONE_IS_STORED_ALONE);
            writer.write(credentials);
            killAt(Moment.AFTER_THE_NEW_ONE_IS_STORED_ALONE);
        }

        @Override
        public boolean writeBoth(ClientCredentials current, ClientCredentials next) throws Exception {
            killAt(Moment.BEFORE_BOTH_ARE_STORED);
            boolean both = writer.writeBoth(current, next);
            killAt(Moment.AFTER_BOTH_ARE_STORED);
            return both;
        }

        private void killAt(Moment moment) {
            if (moment == last) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }
}
