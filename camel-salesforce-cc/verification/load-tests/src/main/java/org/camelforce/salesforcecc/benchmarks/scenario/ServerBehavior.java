package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior.Honoured;

/** What the token endpoint may do after a rotation. */
public enum ServerBehavior {
    /** The former pair ends at once. */
    HARD_CUT(RotationBehavior.hardCut()),
    /** Both pairs work. */
    GRACE(RotationBehavior.grace(Duration.ofMinutes(10))),
    /** One request accepts the former pair only, the next one the new pair only, and so on. */
    ALTERNATING_FORMER_FIRST(RotationBehavior.alternating(Duration.ofMinutes(10))),
    /** One request accepts the new pair only, the next one the former pair only, and so on. */
    ALTERNATING_NEW_FIRST(RotationBehavior.alternating(
            Duration.ofMinutes(10), request -> request % 2 == 0 ? Honoured.CURRENT : Honoured.FORMER));

    private final RotationBehavior behavior;

    ServerBehavior(RotationBehavior behavior) {
        this.behavior = behavior;
    }

    RotationBehavior behavior() {
        return behavior;
    }
}
