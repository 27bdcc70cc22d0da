package org.camelforce.salesforcecc.rotation;

import java.util.Optional;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.rotation.RotationChecks.Findings;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;

/**
 * One rotation, after the checks. Until Salesforce has been asked to rotate, every failure undoes what was done; after
 * that there is no way back, and the new pair stays stored.
 */
final class RotationRun {

    private final CredentialsApi api;
    private final RestAccess access;
    private final PairLogin logins;
    private final CredentialsWriter writer;
    private final RotationPlan plan;
    private final StepLog log;
    private final LocatedConsumer consumer;
    private final Findings found;
    private boolean interrupted;
    private boolean bothStored;

    RotationRun(
            CredentialsApi api,
            RestAccess access,
            PairLogin logins,
            CredentialsWriter writer,
            RotationPlan plan,
            StepLog log,
            Findings found) {
        this.api = api;
        this.access = access;
        this.logins = logins;
        this.writer = writer;
        this.plan = plan;
        this.log = log;
        this.consumer = found.consumer();
        this.found = found;
    }

    /** Does what can be done without changing anything, and returns the current pair. */
    ClientCredentials rehearse() throws RotationException {
        requireNobodyElse();
        return found.current();
    }

    /** Rotates and returns the new pair. */
    ClientCredentials run() throws RotationException {
        try {
            return rotateAll();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ClientCredentials rotateAll() throws RotationException {
        requireNobodyElse();
        deleteLeftovers();
        StagedPair staged = stage();
        ClientCredentials next = staged.credentials();
        log.add(Kind.STAGED, staged.id() + " with " + PairFingerprint.of(next));
        tryStaged(staged);
        write(staged);
        access.addFallback(logins.strategy(next));
        rotate(staged);
        new NewPairProof(logins, access, plan, log).run(next);
        removeFormer(next);
        verify(next);
        if (plan.endFormerPair()) {
            new FormerPairEnd(api, logins, log).run(found);
        }
        return next;
    }

    private void requireNobodyElse() throws RotationException {
        Optional<StagedPair> waiting =
                found.staged().stream().filter(StagedPair::isActive).findFirst();
        if (waiting.isPresent() && !plan.replaceStaged()) {
            throw new RotationException(
                    RotationFailure.STAGED_PAIR_LEFT,
                    "The pair with the ID " + waiting.get().id() + " and "
                            + PairFingerprint.of(waiting.get().credentials()) + " is staged already",
                    null);
        }
    }

    private void deleteLeftovers() throws RotationException {
        if (plan.replaceStaged()) {
            for (StagedPair leftover : found.staged()) {
                api.delete(consumer, leftover);
                log.add(Kind.LEFTOVER_DELETED, leftover.state() + " " + leftover.id());
            }
        }
    }

    /** A request without answer may have been carried out; as nobody else's pair waits, what waits then is ours. */
    private StagedPair stage() throws RotationException {
        try {
            return api.stage(consumer);
        } catch (RotationException e) {
            try {
                for (StagedPair orphan : api.staged(consumer)) {
                    if (orphan.isActive()) {
                        api.delete(consumer, orphan);
                        log.add(Kind.STAGED_PAIR_DELETED, orphan.id());
                    }
                }
            } catch (RotationException cleanup) {
                e.addSuppressed(cleanup);
            }
            throw e;
        }
    }

    /** One attempt, as it is not documented whether a staged pair can log in. */
    private void tryStaged(StagedPair staged) throws RotationException {
        try {
            logins.prove(staged.credentials());
            log.add(Kind.STAGED_PAIR_PROVED, "");
        } catch (LoginException e) {
            if (!PairLogin.mayPass(e, plan.gracePeriod())) {
                throw undone(
                        staged,
                        new RotationException(RotationFailure.STAGED_PAIR_DENIED, "The staged pair cannot log in", e));
            }
            log.add(Kind.STAGED_PAIR_NOT_YET_ACCEPTED, "");
        } catch (RotationException e) {
            throw undone(staged, e);
        }
    }

    private void write(StagedPair staged) throws RotationException {
        try {
            bothStored = writer.writeBoth(found.current(), staged.credentials());
            log.add(Kind.WRITTEN, PairFingerprint.of(staged.credentials()).toString());
        } catch (InterruptedException e) {
            throw undone(
                    staged,
                    new RotationException(
                            RotationFailure.INTERRUPTED,
                            "Interrupted while storing the new pair, which is therefore deleted",
                            e));
        } catch (Exception | LinkageError | VirtualMachineError e) {
            throw undone(
                    staged,
                    new RotationException(
                            RotationFailure.WRITER_FAILED,
                            "The rotation could not store the new pair, so it is deleted",
                            e));
        }
    }

    private void removeFormer(ClientCredentials next) throws RotationException {
        if (!bothStored) {
            return;
        }
        try {
            writer.write(next);
            log.add(
                    Kind.FORMER_PAIR_REMOVED,
                    PairFingerprint.of(found.current()).toString());
        } catch (Exception | LinkageError | VirtualMachineError e) {
            interrupted |= e instanceof InterruptedException;
            throw new RotationException(
                    RotationFailure.WRITER_FAILED,
                    "The new pair works and is stored as the next one, but the rotation could not remove the former one",
                    e);
        }
    }

    private void rotate(StagedPair staged) throws RotationException {
        try {
            api.rotate(consumer, staged);
            log.add(Kind.ROTATED, "");
        } catch (RotationException e) {
            interrupted = e.failure() == RotationFailure.INTERRUPTED;
            ClientCredentials current = currentAfter(staged, e);
            if (current.equals(found.current())) {
                throw writtenBack(e);
            }
            requireNotOvertaken(current, staged.credentials());
            log.add(Kind.ROTATED, "although the answer was lost: " + e.failure());
        }
    }

    /** A request without answer may still be carried out; deleting the staged pair first makes sure that it is not. */
    private ClientCredentials currentAfter(StagedPair staged, RotationException failure) throws RotationException {
        try {
            CurrentPair pair = new CurrentPair(api, consumer, plan);
            ClientCredentials current = pair.read();
            if (!current.equals(found.current())) {
                return current;
            }
            api.delete(consumer, staged);
            log.add(Kind.STAGED_PAIR_DELETED, staged.id());
            return pair.read();
        } catch (RotationException e) {
            interrupted |= e.failure() == RotationFailure.INTERRUPTED;
            failure.addSuppressed(e);
            throw new RotationException(
                    RotationFailure.STATE_UNKNOWN,
                    "It is not known whether Salesforce rotated the credentials (" + failure.failure() + ", then "
                            + e.failure() + ")",
                    failure);
        }
    }

    private static void requireNotOvertaken(ClientCredentials current, ClientCredentials next)
            throws RotationException {
        if (!current.equals(next)) {
            throw new RotationException(
                    RotationFailure.OVERTAKEN, "The current pair is the one with " + PairFingerprint.of(current), null);
        }
    }

    private RotationException writtenBack(RotationException failure) {
        try {
            writer.write(found.current());
            log.add(
                    Kind.FORMER_PAIR_WRITTEN_BACK,
                    PairFingerprint.of(found.current()).toString());
            return failure;
        } catch (Exception | LinkageError | VirtualMachineError e) {
            interrupted |= e instanceof InterruptedException;
            failure.addSuppressed(e);
            if (bothStored) {
                return failure;
            }
            return new RotationException(
                    RotationFailure.STATE_UNKNOWN,
                    "Salesforce did not rotate (" + failure.failure()
                            + "), and the former pair could not be stored again, so that the stored pair does not work",
                    failure);
        }
    }

    private void verify(ClientCredentials next) throws RotationException {
        ClientCredentials now;
        try {
            now = api.current(consumer);
        } catch (RotationException e) {
            log.add(Kind.NOT_VERIFIED, e.failure().toString());
            return;
        }
        requireNotOvertaken(now, next);
        log.add(Kind.VERIFIED, PairFingerprint.of(now).toString());
    }

    private RotationException undone(StagedPair staged, RotationException failure) {
        try {
            api.delete(consumer, staged);
            log.add(Kind.STAGED_PAIR_DELETED, staged.id());
        } catch (RotationException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
