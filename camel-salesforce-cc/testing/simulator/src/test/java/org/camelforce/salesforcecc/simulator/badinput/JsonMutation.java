package org.camelforce.salesforcecc.simulator.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one place of a JSON text. */
final class JsonMutation {

    private static final List<String> RAW = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "-0.0",
            "1E-400",
            "9".repeat(1_200),
            "99999999999999999999",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"attributes\":null}",
            "[".repeat(900) + "]".repeat(900),
            "{\"a\":".repeat(300) + "1" + "}".repeat(300),
            "NaN",
            "'x'",
            "01",
            "\"\t\"",
            "{\"a\":1,\"a\":2}",
            "",
            "1 2",
            "[" + "1,".repeat(3_000) + "1]");

    private JsonMutation() {}

    static String mutate(String json, Random random) {
        JsonNode tree;
        try {
            tree = Shop.MAPPER.readTree(json);
        } catch (IOException e) {
            return json;
        }
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return Nasty.one(RAW, random);
        }
        JsonNode container = Nasty.one(containers, random);
        if (container instanceof ObjectNode object) {
            change(object, random);
        } else if (container instanceof ArrayNode array) {
            change(array, random);
        }
        return tree.toString();
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void change(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = Nasty.one(names, random);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(Nasty.one(Nasty.VALUES, random), object.remove(name));
            case 2 -> object.set(name, TextNode.valueOf(Nasty.one(Nasty.VALUES, random)));
            case 3 -> object.set(name, JsonNodeFactory.instance.arrayNode().add(object.get(name)));
            case 4 -> object.put(Nasty.one(Nasty.VALUES, random), "x");
            default -> object.putRawValue(name, new RawValue(Nasty.one(RAW, random)));
        }
    }

    private static void change(ArrayNode array, Random random) {
        int place = random.nextInt(array.size());
        switch (random.nextInt(5)) {
            case 0 -> array.remove(place);
            case 1 -> array.insert(place, array.get(place));
            case 2 -> array.set(place, TextNode.valueOf(Nasty.one(Nasty.VALUES, random)));
            case 3 -> {
                JsonNode element = array.get(place);
                for (int i = 0; i < 250; i++) {
                    array.add(element);
                }
            }
            default -> array.setRawValue(place, new RawValue(Nasty.one(RAW, random)));
        }
    }
}
