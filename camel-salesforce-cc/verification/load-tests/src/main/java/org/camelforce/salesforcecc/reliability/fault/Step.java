package org.camelforce.salesforcecc.reliability.fault;

import java.time.Duration;

/**
 * A disturbance and its time.
 *
 * @param at how long after the beginning of the run
 * @param what what happens
 */
public record Step(Duration at, Disturbance what) {}
