package org.camelforce.salesforcecc.internal.migration;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A walk through the nodes of one YAML document. */
final class YamlWalk {

    private static final String ASKS = "the Kamelet asks for a user or password, which nothing needs after the move";

    /** Where a node stands: the keys above it with dots between, and the last two of them. */
    private record At(
            String path, @Nullable String parent, @Nullable String key, @Nullable NodeTuple owner, String route) {

        At child(String name, NodeTuple tuple) {
            return new At(path.isEmpty() ? name : path + "." + name, key, name, tuple, route);
        }

        At item(String text) {
            return new At(path, parent, key, null, text);
        }
    }

    private final Source source;
    private final Places places;
    private final Readers readers;
    private final YamlOptions options;
    private final YamlRoutes routes;
    private final YamlItems items;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean secret;
    private boolean kamelet;

    YamlWalk(Source source, Places places, Readers readers, MigrationTarget target) {
        this.source = source;
        this.places = places;
        this.readers = readers;
        this.options = new YamlOptions(source, places, target);
        this.routes = new YamlRoutes(source, places, target, options);
        this.items = new YamlItems(source, places, options);
    }

    void document(Node root) throws UnreadableFileException {
        String kind = YamlNodes.text(YamlNodes.members(root).get("kind"));
        secret = "Secret".equals(kind);
        kamelet = "Kamelet".equals(kind);
        visit(root, new At("", null, null, null, route(root)));
    }

    private void visit(Node node, At at) throws UnreadableFileException {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                visit(item, at.item(at.path().isEmpty() ? route(item) : at.route()));
            }
        } else if (node instanceof MappingNode mapping) {
            mapping(mapping, at);
        } else if (node instanceof ScalarNode scalar) {
            scalar(scalar, at);
        }
    }

    /** The text of a node that may be a route to Salesforce, otherwise nothing. */
    private String route(Node node) {
        int end = source.endOf(YamlNodes.lastLine(source, node));
        int start = YamlNodes.start(source, node);
        String text = end > start ? source.text().substring(start, end) : "";
        return text.contains(Property.SCHEME) ? text : "";
    }

    private void mapping(MappingNode mapping, At at) throws UnreadableFileException {
        Map<String, Node> members = YamlNodes.members(mapping);
        boolean component = YamlRoutes.isComponent(members);
        if (component) {
            routes.component(mapping);
        }
        Kamelet step = YamlRoutes.kamelet(members);
        optionsAt(mapping, at);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                visit(tuple.getValueNode(), at);
                continue;
            }
            String name = key.getValue();
            Node value = tuple.getValueNode();
            At child = at.child(name, tuple);
            if (name.equals("<<")) {
                options.borrowed(value, at.path() + ".");
                continue;
            }
            key(key, at, child);
            if (YamlNodes.isAlias(tuple) && !(value instanceof ScalarNode)) {
                options.borrowed(value, child.path() + ".");
            } else if (YamlNodes.isAlias(tuple)) {
                alias(key, value);
            } else if (step != null && name.equals("ref")) {
                routes.reference(value, step);
            } else if (step != null
                    && (name.equals("properties") || name.equals("parameters"))
                    && value instanceof MappingNode parameters) {
                options.entries(parameters, "camel.kamelet." + step.name() + ".", tuple, false);
            } else if (!(component && (name.equals("properties") || name.equals("type")))) {
                value(key, value, child);
            }
        }
    }

    /** Options of the component that are entries of this mapping, with dots in their names or below such a key. */
    private void optionsAt(MappingNode mapping, At at) {
        boolean data = at.path().equals("data") || at.path().equals("stringData");
        options.entries(mapping, at.path().isEmpty() ? "" : at.path() + ".", at.owner(), secret && data);
    }

    private void key(ScalarNode key, At at, At child) {
        Range content = YamlNodes.content(source, key);
        int from = at.path().isEmpty() ? 0 : at.path().length() + 1;
        Optional<Property> property = Property.of(child.path());
        if (property.isPresent()) {
            int begin = property.get().at() - from;
            String replacement = property.get().replacement();
            if (begin >= 0 && replacement != null && !property.get().option().isObsolete("CLIENT_CREDENTIALS")) {
                int start = content.start() + begin;
                places.change(
                        Kind.MOVE,
                        source,
                        new Range(start, start + property.get().old().length()),
                        replacement,
                        property.get().why());
            }
        } else if (at.path().endsWith("camel.kamelet")) {
            Kamelet named = Kamelet.of(key.getValue());
            if (named != null && named.twin() != null) {
                places.change(Kind.CREDENTIAL, source, content, String.valueOf(named.twin()), Kamelet.WHY);
            } else if (named != null) {
                places.look(Kind.CREDENTIAL, source, content.start(), named.advice());
            }
        } else if (kamelet
                && at.path().equals("spec.definition.properties")
                && LoginOption.of(key.getValue()).isObsolete("")) {
            places.look(Kind.CREDENTIAL, source, content.start(), ASKS);
        }
    }

    private void value(ScalarNode key, Node value, At at) throws UnreadableFileException {
        if (!(value instanceof ScalarNode scalar)) {
            visit(value, at);
            return;
        }
        if (Property.of(at.path()).isPresent() || Property.isAboutLogs(at.path())) {
            return;
        }
        Range content = YamlNodes.content(source, key);
        String name = key.getValue();
        places.references().define(at.path(), source, content, YamlNodes.content(source, scalar));
        if (name.matches("[A-Z0-9_]+")) {
            places.references().define(name, source, content, YamlNodes.content(source, scalar));
        }
        if (embedded(name, scalar)) {
            return;
        }
        if (Recognizer.read(source, content, places)) {
            hide(scalar);
        } else if (Property.isOwnCredential(at.path())) {
            places.look(Kind.CREDENTIAL, source, content.start(), Recognizer.OWN);
            hide(scalar);
        } else if (LoginOption.isGenericLogin(scalar.getValue())
                && Property.isOwnUrl(name)
                && scalar.getValue().matches("https://\\S+")) {
            options.value(LoginOption.LOGIN_URL, scalar, scalar.getValue());
        } else {
            scalar(scalar, at);
        }
    }

    /** The name of a variable whose value stands elsewhere. */
    private void alias(ScalarNode key, Node value) {
        if (Recognizer.read(source, YamlNodes.content(source, key), places) && value instanceof ScalarNode scalar) {
            hide(scalar);
        }
    }

    private void hide(ScalarNode value) {
        if (!LoginOption.isPlaceholder(value.getValue())) {
            places.secret(source, YamlNodes.content(source, value));
        }
    }

    private void scalar(ScalarNode scalar, At at) {
        Range content = YamlNodes.content(source, scalar);
        if (kamelet
                && at.path().equals("spec.definition.required")
                && LoginOption.of(scalar.getValue()).isObsolete("")) {
            places.look(Kind.CREDENTIAL, source, content.start(), ASKS);
            return;
        }
        routes.headers(at.key(), at.parent(), scalar, !at.route().isEmpty());
        if ("from".equals(at.key()) || "uri".equals(at.key()) && "from".equals(at.parent())) {
            OldHeaders.fromHttp(source, content, at.route(), places);
        }
        if (!routes.endpoint(at.key(), at.parent(), scalar) && !items.pair(scalar, content) && !isDescription(at)) {
            Comments.lines(source, content, "#", "//").forEach(line -> Recognizer.read(source, line, places));
        }
        if ("name".equals(at.key())) {
            items.hideValueOf(scalar);
        }
    }

    private static boolean isDescription(At at) {
        String key = String.valueOf(at.key());
        return key.equals("description") || key.equals("title") || key.equals("example");
    }

    /** A file inside of this one. */
    private boolean embedded(String name, ScalarNode scalar) throws UnreadableFileException {
        String path = name.toLowerCase(Locale.ROOT);
        Optional<SourceReader> reader = readers.forPath(path);
        if (reader.isEmpty() || scalar.getScalarStyle() != ScalarStyle.LITERAL) {
            return false;
        }
        int first = YamlNodes.firstLine(source, scalar) + 1;
        int last = Math.min(YamlNodes.lastLine(source, scalar), source.lines());
        int indent = Integer.MAX_VALUE;
        for (int number = first; number <= last; number++) {
            if (!source.line(number).isBlank()) {
                indent = Math.min(indent, source.indentation(number).length());
            }
        }
        if (first <= last) {
            reader.get().read(source.embedded(path, first, last, indent), places);
        }
        return true;
    }
}
