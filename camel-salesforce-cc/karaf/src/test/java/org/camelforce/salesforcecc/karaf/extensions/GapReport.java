package org.camelforce.salesforcecc.karaf.extensions;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.subscription.ReplayGap;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;

/** Continues with all retained events, and keeps the gap. */
final class GapReport implements ReplayGapPolicy {

    private final List<String> gaps = new CopyOnWriteArrayList<>();

    // tag::policy[]
    @Override
    public StartingPoint startAfter(ReplayGap gap) {
        gaps.add(gap.subscription().channel() + ": " + gap.window());
        return new StartingPoint.Earliest();
    }
    // end::policy[]

    List<String> gaps() {
        return gaps;
    }
}
