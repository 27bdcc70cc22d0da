package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior.Honoured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceCredentialRotationIT {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RotationOrg org;
    private final CredentialRotation server;

    SalesforceCredentialRotationIT() throws Exception {
        org = new RotationOrg();
        server = org.org.app().rotation();
    }

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    static Stream<Arguments> behaviors() {
        return Stream.of(
                        RotationBehavior.hardCut(),
                        RotationBehavior.grace(Duration.ofDays(30)),
                        RotationBehavior.alternating(TEN_MINUTES),
                        RotationBehavior.alternating(TEN_MINUTES, request -> Honoured.NEITHER),
                        RotationBehavior.alternating(TEN_MINUTES, request -> Honoured.FORMER))
                .flatMap(behavior -> Stream.of(Arguments.of(behavior, true), Arguments.of(behavior, false)));
    }

    @ParameterizedTest
    @MethodSource("behaviors")
    void rotateWhateverTheServerDoesThenNewPairIsStoredCurrentAndProved(RotationBehavior behavior, boolean revoking)
            throws Exception {
        server.setBehavior(behavior);
        server.setRevokingTokens(revoking);

        RotationResult result = org.rotation().rotate();

        assertThat(org.written).containsExactly(org.current());
        assertThat(org.current()).isNotEqualTo(org.former);
        assertThat(result.isRotated()).isTrue();
        assertThat(result.former()).isEqualTo(PairFingerprint.of(org.former));
        assertThat(result.current()).isEqualTo(PairFingerprint.of(org.current()));
        assertThat(result.appId()).isEqualTo(org.org.app().id());
        assertThat(result.consumerId()).isEqualTo(org.org.app().consumerId());
        assertThat(kinds(result.steps()))
                .containsExactly(
                        Kind.LOGGED_IN,
                        Kind.APP_FOUND,
                        Kind.CURRENT_PAIR_READ,
                        Kind.STAGED_PAIRS_READ,
                        Kind.CURRENT_PAIR_PROVED,
                        Kind.STAGED,
                        Kind.STAGED_PAIR_NOT_YET_ACCEPTED,
                        Kind.WRITTEN,
                        Kind.ROTATED,
                        Kind.NEW_PAIR_PROVED,
                        Kind.VERIFIED);
    }

    @ParameterizedTest
    @MethodSource("behaviors")
    void rotateWhenByAnotherAppThenItsSessionIsRenewedIfItEnded(RotationBehavior behavior, boolean revoking)
            throws Exception {
        server.setBehavior(behavior);
        server.setRevokingTokens(revoking);

        RotationResult result = org.rotationBy(org.administrator()).rotate();

        assertThat(org.written).containsExactly(org.current());
        assertThat(kinds(result.steps())).endsWith(Kind.NEW_PAIR_PROVED, Kind.VERIFIED);
    }

    @Test
    void rotateWhenNewPairIsStoredThenFormerOneStillWorks() throws Exception {
        boolean[] formerWorks = new boolean[1];

        org.rotation(pair ->
                        formerWorks[0] = org.logsIn(org.former) && org.current().equals(org.former))
                .rotate();

        assertThat(formerWorks[0]).isTrue();
    }

    @Test
    void rotateWhenStagedPairsCanLogInThenProvedBefore() throws Exception {
        server.setStagedLoginAllowed(true);

        assertThat(kinds(org.rotation().rotate().steps()))
                .containsSubsequence(Kind.STAGED, Kind.STAGED_PAIR_PROVED, Kind.WRITTEN, Kind.ROTATED);
    }

    @Test
    void rotateWhenItSettlesThenTriesAgainUntilTheNewPairIsAccepted() throws Exception {
        server.setBehavior(
                RotationBehavior.alternating(TEN_MINUTES, request -> request < 4 ? Honoured.NEITHER : Honoured.BOTH));

        RotationResult result = org.rotation().rotate();

        assertThat(org.pauses).hasSize(4).containsOnly(Duration.ofSeconds(15));
        assertThat(result.steps()).contains(new RotationStep(Kind.NEW_PAIR_PROVED, "at attempt 5"));
    }

    @Test
    void rotateWhenItDoesNotSettleInTimeThenFailsAndTheNewPairStaysStored() {
        server.setBehavior(RotationBehavior.alternating(TEN_MINUTES, request -> Honoured.NEITHER));
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setGracePeriod(Duration.ofSeconds(30));

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.NEW_PAIR_DENIED);
        assertThat(failure).hasMessageContaining("3 attempts").hasMessageContaining("Setup > Login History");
        assertThat(failure).hasCauseInstanceOf(LoginDeniedException.class);
        assertThat(org.written).containsExactly(org.current());
        assertThat(kinds(failure.steps())).endsWith(Kind.ROTATED);
    }

    @Test
    void rotateWhenNewPairIsDeniedForAnotherReasonThenFailsAtOnce() {
        RotationException failure = failure(org.rotation(pair -> org.org.app().setAdminApproved(false)));

        assertThat(failure.failure()).isEqualTo(RotationFailure.NEW_PAIR_DENIED);
        assertThat(org.pauses).isEmpty();
    }

    @Test
    void rotateWhenWriterFailsThenStagedPairIsDeletedAndFormerStaysCurrent() {
        IllegalStateException fault = new IllegalStateException("vault is sealed");

        RotationException failure = failure(org.rotation(pair -> {
            throw fault;
        }));

        assertThat(failure.failure()).isEqualTo(RotationFailure.WRITER_FAILED);
        assertThat(failure).hasCause(fault);
        assertThat(kinds(failure.steps())).endsWith(Kind.STAGED_PAIR_DELETED);
        assertThat(server.staged()).isEmpty();
        assertThat(org.current()).isEqualTo(org.former);
        assertThat(org.logsIn(org.former)).isTrue();
    }

    @Test
    void rotateWhenStagedPairIsKnownButDeniedThenStopsBeforeAnythingIsStored() {
        server.setStagedLoginAllowed(true);
        SalesforceCredentialRotation rotation = org.rotation();
        org.org.loginHistory().setLoginsPerHour(2);

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.STAGED_PAIR_DENIED);
        assertThat(org.written).isEmpty();
        assertThat(server.staged()).isEmpty();
    }

    @Test
    void rotateWhenCurrentPairCannotLogInThenStopsBeforeAnythingIsStaged() {
        SalesforceCredentialRotation rotation = org.rotationBy(org.administrator());
        org.org.app().setRunAsUsername(null);

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.CURRENT_PAIR_DENIED);
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(LoginDeniedException.class, cause -> assertThat(cause.reason())
                        .isEqualTo(DenialReason.NO_RUN_AS_USER));
        assertThat(server.staged()).isEmpty();
    }

    @Test
    void rotateWhenLoginIsDeniedThenSaysSo() {
        ClientCredentials wrong = new ClientCredentials(org.org.getClientId(), "wrong");
        SalesforceCredentialRotation rotation = org.rotationBy(
                new PairLogin(org.http, org.loginUrl, TrustedHosts.salesforceOnly(), 60_000).strategy(wrong));

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.LOGIN_FAILED);
        assertThat(failure).hasCauseInstanceOf(LoginDeniedException.class);
    }

    @Test
    void rotateWhenPairIsStagedByAnotherThenStops() {
        String left = server.stage("005").id();

        RotationException failure = failure(org.rotation());

        assertThat(failure.failure()).isEqualTo(RotationFailure.STAGED_PAIR_LEFT);
        assertThat(failure).hasMessageContaining(left).hasMessageContaining("replaceStaged");
        assertThat(server.staged()).extracting(entry -> entry.id()).containsExactly(left);
        assertThat(org.written).isEmpty();
    }

    @Test
    void rotateWhenPairIsStagedByAnotherAndMayBeReplacedThenRotates() throws Exception {
        server.stage("005");
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setReplaceStaged(true);

        assertThat(kinds(rotation.rotate().steps()))
                .containsSubsequence(Kind.LEFTOVER_DELETED, Kind.STAGED, Kind.VERIFIED);
    }

    @Test
    void rotateWhenRepeatedThenTheEntryOfTheLastRotationIsNoObstacle() throws Exception {
        org.rotation().rotate();
        SalesforceCredentialRotation second = org.rotationBy(org.administrator());

        assertThat(second.rotate().isRotated()).isTrue();
        assertThat(org.written).hasSize(2);
        assertThat(org.written.get(1)).isEqualTo(org.current());
    }

    @Test
    void rotateWhenFormerPairIsToEndThenItDoes() throws Exception {
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setEndFormerPair(true);

        assertThat(kinds(rotation.rotate().steps())).endsWith(Kind.FORMER_PAIR_ENDED);
        assertThat(org.logsIn(org.former)).isFalse();
        assertThat(org.logsIn(org.current())).isTrue();
    }

    @Test
    void rotateWhenFormerPairMayLiveThenItDoes() throws Exception {
        org.rotation().rotate();

        assertThat(org.logsIn(org.former)).isTrue();
    }

    @Test
    void rotateWhenInterruptedWhileItSettlesThenStopsAndKeepsTheInterrupt() {
        server.setBehavior(RotationBehavior.alternating(TEN_MINUTES, request -> Honoured.NEITHER));
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setPause(length -> {
            throw new InterruptedException("stop");
        });

        RotationException failure = failure(rotation);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.failure()).isEqualTo(RotationFailure.NEW_PAIR_DENIED);
    }

    @Test
    void rotateWhenItFailsThenNoSecretIsShown() {
        RotationException failure = failure(org.rotation(pair -> org.org.app().setAdminApproved(false)));

        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        failure.steps().forEach(step -> text.append(step.toString()));
        assertThat(text.toString())
                .doesNotContain(org.former.clientSecret())
                .doesNotContain(org.former.clientId())
                .doesNotContain(org.current().clientSecret())
                .doesNotContain(org.current().clientId());
    }

    @Test
    void rotateWhenItSucceedsThenResultShowsFingerprintsOnly() throws Exception {
        String text = org.rotation().rotate().toString();

        assertThat(text)
                .contains(org.current().secretFingerprint())
                .contains(org.former.secretFingerprint())
                .doesNotContain(org.former.clientSecret())
                .doesNotContain(org.former.clientId())
                .doesNotContain(org.current().clientSecret())
                .doesNotContain(org.current().clientId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"64.0", "65", "v65.0", "latest", ""})
    void setApiVersionWhenTooOldOrNoVersionThenRefused(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.rotation().setApiVersion(version))
                .withMessageContaining("apiVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0xI", "0xI00000000000/AAA", "0xI0000000000012"})
    void setAppIdWhenNoIdThenRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.rotation().setAppId(id))
                .withMessageContaining("appId");
    }

    @Test
    void setGracePeriodWhenLongerThanTenMinutesThenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> org.rotation().setGracePeriod(TEN_MINUTES.plusSeconds(1)))
                .withMessageContaining("gracePeriod");
    }

    private static RotationException failure(SalesforceCredentialRotation rotation) {
        return catchThrowableOfType(RotationException.class, rotation::rotate);
    }

    private static List<Kind> kinds(List<RotationStep> steps) {
        return steps.stream().map(RotationStep::kind).toList();
    }
}
