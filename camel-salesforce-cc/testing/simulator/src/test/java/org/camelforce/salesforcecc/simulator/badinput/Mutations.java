package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes a request in one or two places. */
final class Mutations {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "FOO", "_", "PROPFIND");
    private static final List<String> VERSIONS = List.of(
            "v0.0", "v999.0", "v67", "vNaN", "v99999999999999.0", "v-1.0", "67.0", "v67.1", "v31.0", "v40.0", "V67.0");
    private static final Pattern ID = Pattern.compile("\\b[0-9a-zA-Z]{15}(?:[A-Z0-5]{3})?\\b");

    private Mutations() {}

    static void mutate(Draft draft, Random random) {
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            once(draft, random);
        }
    }

    private static void once(Draft draft, Random random) {
        int kind = random.nextInt(100);
        if (kind < 7) {
            draft.method = Nasty.one(METHODS, random);
        } else if (kind < 24) {
            path(draft, random);
        } else if (kind < 36) {
            query(draft, random);
        } else if (kind < 50) {
            header(draft, random);
        } else if (kind < 55) {
            ids(draft, random);
        } else if (kind < 60) {
            framing(draft, random);
        } else if (draft.query.matches("(q|explain)=.*%20.*|(q|explain)=.*\\+.*")) {
            statement(draft, random);
        } else if (draft.body.length > 0) {
            BodyMutation.mutate(draft, random);
        } else {
            path(draft, random);
        }
    }

    private static void path(Draft draft, Random random) {
        List<String> segments = new ArrayList<>(Arrays.asList(draft.path.split("/", -1)));
        int place = 1 + random.nextInt(Math.max(1, segments.size() - 1));
        switch (random.nextInt(7)) {
            case 0 -> segments.remove(Math.min(place, segments.size() - 1));
            case 1 -> segments.add(Math.min(place, segments.size()), Nasty.one(Nasty.SEGMENTS, random));
            case 2 -> segments.add(Nasty.one(Nasty.SEGMENTS, random));
            case 3 -> {
                draft.path = draft.path.replaceFirst("v?67\\.0", Nasty.one(VERSIONS, random));
                return;
            }
            case 4 -> segments.set(Math.min(place, segments.size() - 1), "");
            default -> segments.set(Math.min(place, segments.size() - 1), Nasty.one(Nasty.SEGMENTS, random));
        }
        String path = String.join("/", segments);
        draft.path = path.startsWith("/") ? path : "/" + path;
    }

    private static void query(Draft draft, Random random) {
        List<String> pairs = new ArrayList<>(Arrays.asList(draft.query.split("&", -1)));
        int place = random.nextInt(pairs.size());
        String name = pairs.get(place).replaceFirst("=.*", "");
        switch (random.nextInt(6)) {
            case 0 -> pairs.remove(place);
            case 1 -> pairs.add(pairs.get(place));
            case 2 -> pairs.set(place, name + "=" + Shop.encode(Nasty.one(Nasty.VALUES, random)));
            case 3 -> pairs.set(place, name + "=" + Nasty.one(Nasty.SEGMENTS, random));
            case 4 ->
                pairs.add(Nasty.one(
                        List.of("&&=&", "_HttpMethod=DELETE", "=x", "fields=", "locator=x", "%=%", "a[]=1"), random));
            default -> pairs.set(place, name);
        }
        draft.query = String.join("&", pairs);
    }

    private static void header(Draft draft, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> draft.header("Content-Type", Nasty.one(Nasty.TYPES, random));
            case 1 -> draft.removeHeader(random.nextInt(10));
            default -> {
                String[] header = Nasty.one(Nasty.HEADERS, random);
                if (random.nextBoolean()) {
                    draft.header(header[0], header[1]);
                } else {
                    draft.addHeader(header[0], header[1]);
                }
            }
        }
    }

    private static void ids(Draft draft, Random random) {
        String id = Nasty.one(Nasty.VALUES, random);
        draft.path = ID.matcher(draft.path).replaceAll(Matcher.quoteReplacement(Shop.encode(id)));
        draft.query = ID.matcher(draft.query).replaceAll(Matcher.quoteReplacement(Shop.encode(id)));
        draft.body = ID.matcher(new String(draft.body, UTF_8))
                .replaceAll(Matcher.quoteReplacement(id.replaceAll("[\\\\\"\\x00-\\x1f]", "")))
                .getBytes(UTF_8);
    }

    private static void framing(Draft draft, Random random) {
        String body = new String(draft.body, ISO_8859_1);
        int length = draft.body.length;
        draft.framed = Nasty.one(
                        List.of(
                                "Content-Length: " + (length + 10) + "\r\n\r\n" + body,
                                "Content-Length: " + (length / 2) + "\r\n\r\n" + body,
                                "Content-Length: -1\r\n\r\n" + body,
                                "Content-Length: x\r\n\r\n" + body,
                                "Content-Length: 99999999999999999999\r\n\r\n" + body,
                                "Content-Length: 1000000000\r\n\r\n" + body,
                                "Content-Length: 3\r\nContent-Length: 4\r\n\r\n" + body,
                                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                                "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n" + body
                                        + "\r\n0\r\n\r\n",
                                "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body,
                                "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n" + body,
                                "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                                "Transfer-Encoding: nope\r\n\r\n" + body,
                                "Content-Length: " + length,
                                "\r\n" + body),
                        random)
                .getBytes(ISO_8859_1);
    }

    private static void statement(Draft draft, Random random) {
        int equals = draft.query.indexOf('=');
        int end = draft.query.indexOf('&') < 0 ? draft.query.length() : draft.query.indexOf('&');
        if (end < equals) {
            return;
        }
        String text;
        try {
            text = URLDecoder.decode(draft.query.substring(equals + 1, end), UTF_8);
        } catch (IllegalArgumentException e) {
            return;
        }
        List<String> tokens = new ArrayList<>(Arrays.asList(text.split("(?<=\\W)|(?=\\W)")));
        int place = random.nextInt(tokens.size());
        switch (random.nextInt(7)) {
            case 0 -> tokens.remove(place);
            case 1 -> tokens.add(place, tokens.get(place));
            case 2 -> tokens.set(place, tokens.get(random.nextInt(tokens.size())));
            case 3 -> tokens.subList(place, tokens.size()).clear();
            case 4 -> tokens.set(place, Nasty.one(Nasty.VALUES, random).replace("\u0000", ""));
            default -> tokens.add(place, " " + Nasty.one(Nasty.TOKENS, random) + " ");
        }
        draft.query = draft.query.substring(0, equals + 1)
                + Shop.encode(tokens.stream().collect(Collectors.joining()))
                + draft.query.substring(end);
    }
}
