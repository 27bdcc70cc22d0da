package org.camelforce.salesforcecc.rotation;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of one rotation, which are logged as they are taken. Belongs to one thread. */
final class StepLog {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceCredentialRotation.class);

    private final List<RotationStep> steps = new ArrayList<>();

    void add(RotationStep.Kind kind, String detail) {
        RotationStep step = new RotationStep(kind, detail);
        steps.add(step);
        LOG.info("Credential rotation: {}", step);
    }

    List<RotationStep> steps() {
        return List.copyOf(steps);
    }
}
