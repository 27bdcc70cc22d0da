package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sends mutated requests one after the other, and notes what went wrong. */
final class MutationRun {

    private static final int SHOWN = 400;

    private final Shop shop;
    private final Catalogue catalogue;
    private final long seed;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long slowest;

    MutationRun(Shop shop, long seed) {
        this.shop = shop;
        this.catalogue = new Catalogue(shop);
        this.seed = seed;
    }

    /** Each request has a seed of its own, so that one can be sent again alone. */
    void send(int from, int count) {
        List<Map.Entry<String, Supplier<Draft>>> sound =
                List.copyOf(catalogue.requests().entrySet());
        for (int i = from; i < from + count; i++) {
            Map.Entry<String, Supplier<Draft>> entry = sound.get(i % sound.size());
            Draft request;
            try {
                request = entry.getValue().get();
            } catch (RuntimeException e) {
                faults.add(shortened(i + " of " + entry.getKey() + " has become impossible: " + e));
                continue;
            }
            Mutations.mutate(request, new Random(seed * 1_000_003 + i));
            send(i + " of " + entry.getKey(), request);
        }
    }

    /** Sends each request of the catalogue as it is. */
    void sendUnchanged() {
        shop.relogin();
        new Catalogue(shop).requests().forEach((name, request) -> {
            Draft sound = request.get();
            Answer answer = send(name, sound);
            if (answer.status() == 401 || answer.text().equals("Bad_OAuth_Token")) {
                answer = send(name, request.get());
            }
            if (answer.status() < 200 || answer.status() >= 300) {
                faults.add(name + ": " + answer.status() + " " + answer.text());
            }
        });
    }

    List<String> faults() {
        return faults;
    }

    String report() {
        return "seed " + seed + ", " + catalogue.requests().size() + " resources, "
                + statuses.values().stream().mapToInt(Integer::intValue).sum() + " requests, statuses " + statuses
                + ", slowest " + slowest + " ms";
    }

    private Answer send(String name, Draft request) {
        long begun = System.nanoTime();
        Answer answer;
        try {
            answer = shop.wire.send(request);
        } catch (IOException e) {
            answer = new Answer(0, Map.of(), new byte[0]);
            faults.add(shortened(name + ": " + request.method + " " + request.target() + ": " + e));
            disconnect();
        }
        slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
        if (Boolean.getBoolean("bad-input.print")) {
            System.out.println(new String(request.bytes("host"), UTF_8) + "\n-> " + answer + answer.text());
        }
        statuses.merge(answer.status(), 1, Integer::sum);
        String wrong = Verdict.on(request, answer);
        if (!wrong.isEmpty()) {
            faults.add(shortened(name + ": " + wrong + " <- " + request.method + " " + request.target()));
        }
        if (answer.status() == 401 || answer.text().equals("Bad_OAuth_Token")) {
            shop.relogin();
        }
        return answer;
    }

    private void disconnect() {
        try {
            shop.wire.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
