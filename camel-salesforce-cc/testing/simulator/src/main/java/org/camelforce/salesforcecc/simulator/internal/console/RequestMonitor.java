package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.camelforce.salesforcecc.simulator.internal.http.ObservedRequest;
import org.camelforce.salesforcecc.simulator.internal.http.RequestListener;

/** Watches requests: those under way, and how many were answered well and badly in each of the last seconds. */
final class RequestMonitor implements RequestListener {

    static final int SECONDS = 60;

    private static final int MAX_SHOWN = 20;
    private static final int LONGEST_PATH = 200;
    private static final int BAD = 400;
    private static final long MILLIS = 1_000;

    private final ActivityLog log;
    private final InstantSource time;
    private final Map<Long, UnderWay> underWay = new ConcurrentSkipListMap<>();
    private final long[] seconds = new long[SECONDS];
    private final int[] good = new int[SECONDS];
    private final int[] bad = new int[SECONDS];

    private record UnderWay(String method, String path, String token, long since) {}

    RequestMonitor(ActivityLog log, InstantSource time) {
        this.log = log;
        this.time = time;
    }

    @Override
    public void arrived(ObservedRequest request) {
        String path = request.path()
                .substring(0, Math.min(LONGEST_PATH, request.path().length()));
        String token = Fingerprint.ofAuthorization(request.authorization());
        underWay.put(request.number(), new UnderWay(request.method(), path, token, time.millis()));
    }

    @Override
    public void ended(ObservedRequest request, int status, String note) {
        UnderWay ended = underWay.remove(request.number());
        if (ended == null) {
            return;
        }
        count(status);
        log.add(ActivityLog.Kind.REQUEST, entry -> write(entry, ended)
                .put("status", status)
                .put("note", note)
                .put("millis", Math.max(0, time.millis() - ended.since())));
    }

    /** @return the oldest requests that have no answer yet */
    ArrayNode underWay() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        underWay.values().stream().limit(MAX_SHOWN).forEach(request -> write(all.addObject(), request)
                .put("since", request.since()));
        return all;
    }

    /** @return for each second in which something was answered its time in seconds, the good and the bad answers */
    synchronized ArrayNode pulse() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        long oldest = time.millis() / MILLIS - SECONDS;
        for (int i = 0; i < SECONDS; i++) {
            if (seconds[i] > oldest) {
                all.addArray().add(seconds[i]).add(good[i]).add(bad[i]);
            }
        }
        return all;
    }

    private synchronized void count(int status) {
        long second = time.millis() / MILLIS;
        int slot = (int) Math.floorMod(second, (long) SECONDS);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            good[slot] = 0;
            bad[slot] = 0;
        }
        if (status > 0 && status < BAD) {
            good[slot]++;
        } else {
            bad[slot]++;
        }
    }

    private static ObjectNode write(ObjectNode target, UnderWay request) {
        return target.put("method", request.method())
                .put("path", request.path())
                .put("token", request.token());
    }
}
