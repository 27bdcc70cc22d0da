package org.camelforce.salesforcecc.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between storing the new pair and the end; the writer is the moment in which faults are injected. */
class RotationFaultsTest {

    private static final Fault DROP = new Fault.DropConnection();

    private final RotationOrg org;

    RotationFaultsTest() throws Exception {
        org = new RotationOrg();
    }

    @AfterEach
    void close() throws Exception {
        org.close();
    }

    @Test
    void rotateWhenAnswerIsLostThenFindsThatItWasDone() throws Exception {
        RotationResult result = rotation(() -> org.org.faults().inject(FaultPoint.REST_RESPONSE, DROP, 1))
                .rotate();

        assertThat(result.steps())
                .contains(new RotationStep(Kind.ROTATED, "although the answer was lost: UNAVAILABLE"));
        assertThat(org.written).containsExactly(org.current());
        assertThat(kinds(result.steps())).endsWith(Kind.VERIFIED);
    }

    @Test
    void rotateWhenAnswerIsLostAndFormerPairEndedThenNewPairFindsThatItWasDone() throws Exception {
        org.org.app().rotation().setBehavior(RotationBehavior.hardCut());

        RotationResult result = rotation(() -> org.org.faults().inject(FaultPoint.REST_RESPONSE, DROP, 1))
                .rotate();

        assertThat(org.written).containsExactly(org.current());
        assertThat(kinds(result.steps())).endsWith(Kind.VERIFIED);
    }

    @Test
    void rotateWhenAnswerIsLostAndNobodyCanLogInForAWhileThenWaitsAndFindsThatItWasDone() throws Exception {
        org.org
                .app()
                .rotation()
                .setBehavior(RotationBehavior.alternating(
                        Duration.ofMinutes(1), request -> RotationBehavior.Honoured.NEITHER));

        RotationResult result = rotation(() -> org.org.faults().inject(FaultPoint.REST_RESPONSE, DROP, 1))
                .rotate();

        assertThat(org.pauses).hasSize(4);
        assertThat(org.written).containsExactly(org.current());
        assertThat(kinds(result.steps())).endsWith(Kind.ROTATED, Kind.NEW_PAIR_PROVED, Kind.VERIFIED);
    }

    @Test
    void rotateWhenInterruptedWhileTheStateIsUnknownThenSaysSoAndKeepsTheInterrupt() {
        SalesforceCredentialRotation rotation =
                rotation(() -> org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 2));
        rotation.setPause(length -> {
            throw new InterruptedException("stop");
        });

        RotationException failure = failure(rotation);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.failure()).isEqualTo(RotationFailure.STATE_UNKNOWN);
    }

    @Test
    void rotateWhenRequestIsLostThenFormerPairIsStoredAgain() {
        RotationException failure = failure(rotation(() -> org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 1)));

        assertThat(failure.failure()).isEqualTo(RotationFailure.UNAVAILABLE);
        assertUndone(failure);
    }

    @Test
    void rotateWhenRefusedThenFormerPairIsStoredAgain() {
        Fault refusal =
                new Fault.Answer(400, "application/json", "[{\"message\":\"no\",\"errorCode\":\"INVALID_INPUT\"}]");

        RotationException failure =
                failure(rotation(() -> org.org.faults().inject(FaultPoint.REST_REQUEST, refusal, 1)));

        assertThat(failure.failure()).isEqualTo(RotationFailure.REJECTED);
        assertThat(failure).hasMessageContaining("status 400 INVALID_INPUT");
        assertUndone(failure);
    }

    @Test
    void rotateWhenStagedPairIsGoneThenFormerPairIsStoredAgain() {
        RotationException failure =
                failure(rotation(() -> org.org.app().rotation().staged().forEach(entry -> org.org
                        .app()
                        .rotation()
                        .delete(entry.id()))));

        assertUndone(failure);
    }

    @Test
    void rotateWhenAnotherOneOvertakesBeforeThenSaysSoAndStoresNothingMore() {
        RotationException failure = failure(rotation(() -> {
            StagedCredentials mine = org.org.app().rotation().staged().get(0);
            org.org.app().rotation().rotate(mine.id());
            org.org.app().rotation().rotate();
        }));

        assertThat(failure.failure()).isEqualTo(RotationFailure.OVERTAKEN);
        assertThat(failure).hasMessageContaining(org.current().secretFingerprint());
        assertThat(org.written).hasSize(1);
    }

    @Test
    void rotateWhenAnotherOneOvertakesAfterwardsThenSaysSo() {
        CredentialRotation server = org.org.app().rotation();
        server.setBehavior(RotationBehavior.alternating(
                RotationBehavior.MAX_ALTERNATING, request -> RotationBehavior.Honoured.NEITHER));
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setPause(length -> {
            server.setBehavior(RotationBehavior.grace(Duration.ofDays(30)));
            server.rotate();
        });

        assertThat(failure(rotation).failure()).isEqualTo(RotationFailure.OVERTAKEN);
    }

    @Test
    void rotateWhenNothingCanBeReadAfterwardsThenStateIsUnknownAndNewPairStaysStored() {
        RotationException failure =
                failure(rotation(() -> org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 1_000)));

        assertThat(failure.failure()).isEqualTo(RotationFailure.STATE_UNKNOWN);
        assertThat(org.pauses).hasSize(40);
        assertThat(failure).hasMessageContaining("Consumer Key and Secret");
        assertThat(org.written).hasSize(1);
        assertThat(org.org.app().rotation().staged()).hasSize(1);
    }

    @Test
    void rotateWhenFormerPairCannotBeStoredAgainThenSaysThatTheStoredOneDoesNotWork() {
        SalesforceCredentialRotation rotation = org.rotation(pair -> {
            if (pair.equals(org.former)) {
                throw new IllegalStateException("vault is sealed");
            }
            org.written.add(pair);
            org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 1);
        });

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.STATE_UNKNOWN);
        assertThat(failure).hasMessageContaining("could not be stored again");
        assertThat(org.current()).isEqualTo(org.former);
    }

    @Test
    void rotateWhenSessionEndsMeanwhileThenLogsInAgain() throws Exception {
        RotationResult result = rotation(() -> org.org.sessions().endAll()).rotate();

        assertThat(kinds(result.steps())).endsWith(Kind.VERIFIED);
    }

    @Test
    void rotateWhenTheLoginGivesNothingButAnEndedSessionThenNewPairVerifies() throws Exception {
        org.org.app().rotation().setStagedLoginAllowed(true);
        SalesforceCredentialRotation rotation = new SalesforceCredentialRotation(
                org.http, org.loginUrl.value().toString(), List.of(), org.administrator(), pair -> {
                    org.written.add(pair);
                    org.org.sessions().endAll();
                });

        RotationResult result = rotation.rotate();

        assertThat(kinds(result.steps())).endsWith(Kind.VERIFIED);
    }

    @Test
    void rotateWhenWriterFailsAndStagedPairCannotBeDeletedThenWriterFailureIsReported() {
        RotationException failure = failure(org.rotation(pair -> {
            org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 1);
            throw new IllegalStateException("vault is sealed");
        }));

        assertThat(failure.failure()).isEqualTo(RotationFailure.WRITER_FAILED);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(kinds(failure.steps())).doesNotContain(Kind.STAGED_PAIR_DELETED);
    }

    @Test
    void rotateWhenTheWriterThrowsAnErrorThenTheStagedPairIsDeleted() {
        RotationException failure = failure(rotation(() -> {
            throw new NoClassDefFoundError("a vault of another version");
        }));

        assertThat(failure.failure()).isEqualTo(RotationFailure.WRITER_FAILED);
        assertThat(kinds(failure.steps())).endsWith(Kind.STAGED_PAIR_DELETED);
        assertThat(org.org.app().rotation().staged()).isEmpty();
    }

    @Test
    void rotateWhenTheLoginThrowsWhileItIsUndoneThenTheFirstFailureIsReported() {
        AuthenticationStrategy administrator = org.administrator();
        AtomicBoolean broken = new AtomicBoolean();
        SalesforceCredentialRotation rotation = new SalesforceCredentialRotation(
                org.http,
                org.loginUrl.value().toString(),
                List.of(),
                () -> {
                    if (broken.get()) {
                        throw new NoClassDefFoundError("a strategy of another version");
                    }
                    return administrator.authenticate();
                },
                pair -> {
                    org.written.add(pair);
                    broken.set(true);
                    org.org.sessions().endAll();
                    throw new IllegalStateException("vault is sealed");
                });

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.WRITER_FAILED);
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(RotationException.class);
    }

    @Test
    void rotateWhenCurrentPairCannotBeReadBackThenSucceedsAndSaysSo() throws Exception {
        org.org.app().rotation().setRevokingTokens(false);
        org.org
                .app()
                .rotation()
                .setBehavior(RotationBehavior.alternating(
                        RotationBehavior.MAX_ALTERNATING,
                        request ->
                                request == 0 ? RotationBehavior.Honoured.NEITHER : RotationBehavior.Honoured.CURRENT));
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setPause(length -> org.org.faults().inject(FaultPoint.REST_REQUEST, DROP, 1));

        RotationResult result = rotation.rotate();

        assertThat(result.steps()).endsWith(new RotationStep(Kind.NOT_VERIFIED, "UNAVAILABLE"));
    }

    @Test
    void rotateWhenStagingGotNoAnswerThenWhatWasStagedIsDeleted() {
        org.http.getRequestListeners().addBeginListener(request -> {
            if (request.getMethod().equals("POST") && request.getPath().endsWith("/staged")) {
                org.org.faults().inject(FaultPoint.REST_RESPONSE, DROP, 1);
            }
        });

        RotationException failure = failure(org.rotation());

        assertThat(failure.failure()).isEqualTo(RotationFailure.UNAVAILABLE);
        assertThat(kinds(failure.steps())).endsWith(Kind.STAGED_PAIR_DELETED);
        assertThat(org.org.app().rotation().staged()).isEmpty();
    }

    @Test
    void rotateWhenFormerPairIsToEndAndDoesNotThenSaysSo() {
        org.http.getRequestListeners().addBeginListener(request -> {
            if (request.getMethod().equals("DELETE")) {
                org.org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Answer(204, "", ""), 1);
            }
        });
        SalesforceCredentialRotation rotation = org.rotation();
        rotation.setEndFormerPair(true);

        RotationException failure = failure(rotation);

        assertThat(failure.failure()).isEqualTo(RotationFailure.FORMER_PAIR_ALIVE);
        assertThat(failure).hasMessageContaining(org.former.secretFingerprint());
        assertThat(kinds(failure.steps())).endsWith(Kind.NEW_PAIR_PROVED, Kind.VERIFIED);
    }

    @Test
    void rotateWhenInstanceIsNoSalesforceHostThenNothingIsSentThere() {
        AccessToken foreign = AccessToken.of("00D!token", URI.create("https://salesforce.example.org"));

        RotationException failure = failure(org.rotationBy(() -> CompletableFuture.completedFuture(foreign)));

        assertThat(failure.failure()).isEqualTo(RotationFailure.LOGIN_FAILED);
        assertThat(failure).hasMessageContaining("salesforce.example.org").hasMessageNotContaining("00D!token");
        assertThat(org.org.requestLog()).isEmpty();
    }

    @Test
    void rotateWhenRequestLimitIsExceededThenUnavailable() {
        org.org.apiUsage().setLimit(0);

        assertThat(failure(org.rotation()).failure()).isEqualTo(RotationFailure.UNAVAILABLE);
    }

    private SalesforceCredentialRotation rotation(Runnable afterWriting) {
        return org.rotation(pair -> {
            boolean first = org.written.isEmpty();
            org.written.add(pair);
            if (first) {
                afterWriting.run();
            }
        });
    }

    private void assertUndone(RotationException failure) {
        assertThat(kinds(failure.steps()))
                .endsWith(Kind.WRITTEN, Kind.STAGED_PAIR_DELETED, Kind.FORMER_PAIR_WRITTEN_BACK);
        assertThat(org.written).hasSize(2).last().isEqualTo(org.former);
        assertThat(org.current()).isEqualTo(org.former);
        assertThat(org.logsIn(org.former)).isTrue();
        assertThat(org.org.app().rotation().staged()).isEmpty();
    }

    private static RotationException failure(SalesforceCredentialRotation rotation) {
        return catchThrowableOfType(RotationException.class, rotation::rotate);
    }

    private static List<Kind> kinds(List<RotationStep> steps) {
        return steps.stream().map(RotationStep::kind).toList();
    }
}
