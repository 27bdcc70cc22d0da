package org.camelforce.salesforcecc.simulator.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The org's daily allocation of API requests, counted per day in UTC. Safe for use by several threads. */
public final class ApiUsage {

    /** Requests per day of a Developer Edition org (Salesforce Developer Limits and Allocations Quick Reference). */
    public static final int DEVELOPER_EDITION = 15_000;

    private final InstantSource time;
    private int limit;
    private int used;
    private LocalDate day;

    /**
     * Starts with nothing used.
     *
     * @param limit requests per day
     * @param time decides when a new day starts
     * @throws IllegalArgumentException if the limit is negative
     */
    public ApiUsage(int limit, InstantSource time) {
        this.time = time;
        this.limit = requireValid(limit);
        this.day = today();
    }

    /** @return requests per day */
    public synchronized int limit() {
        return limit;
    }

    /**
     * @param limit requests per day, from now on
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void setLimit(int limit) {
        this.limit = requireValid(limit);
    }

    /** @return requests counted today */
    public synchronized int used() {
        roll();
        return used;
    }

    /**
     * @param used requests counted today, from now on
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void setUsed(int used) {
        if (used < 0) {
            throw new IllegalArgumentException("used requests must not be negative, but are " + used);
        }
        roll();
        this.used = used;
    }

    /** @return requests left today, zero or more */
    public synchronized int remaining() {
        roll();
        return Math.max(0, limit - used);
    }

    /**
     * Counts a request if the allocation has room for it.
     *
     * @return whether it had
     */
    public synchronized boolean tryUse() {
        roll();
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /**
     * @return the value of the {@code Sforce-Limit-Info} header now (REST API Developer Guide, "Limit Info Header"),
     *     for example {@code api-usage=18/15000}
     */
    public synchronized String limitInfo() {
        roll();
        return "api-usage=" + used + "/" + limit;
    }

    private void roll() {
        LocalDate today = today();
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private static int requireValid(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must not be negative, but is " + limit);
        }
        return limit;
    }
}
