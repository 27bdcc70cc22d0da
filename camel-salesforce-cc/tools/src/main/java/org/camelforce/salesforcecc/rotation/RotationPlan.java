package org.camelforce.salesforcecc.rotation;

import java.time.Duration;

/**
 * How a rotation goes about its work.
 *
 * @param replaceStaged whether to delete a pair that somebody else has staged
 * @param endFormerPair whether to end the former pair when the new one has been proved
 * @param gracePeriod for how long the new pair may be denied after the rotation
 * @param retryDelay how long to wait between two logins with the new pair
 * @param pause how to wait
 */
record RotationPlan(
        boolean replaceStaged, boolean endFormerPair, Duration gracePeriod, Duration retryDelay, RotationPause pause) {}
