package org.camelforce.salesforcecc.migration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.migration.Hit.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML: configuration, routes, beans, Kamelet bindings and pipes, and properties inside of config maps. */
final class YamlReader implements SourceReader {

    private static final String COMPONENT = "camel.component.salesforce";
    private static final Pattern KAMELET_URI = Pattern.compile("kamelet:(?://)?([\\w-]+)");

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".yaml") || fileName.endsWith(".yml");
    }

    @Override
    public List<Hit> read(Source source) throws UnreadableFileException {
        Document document = new Document(source);
        try {
            for (Node root : new Yaml(new LoaderOptions()).composeAll(new StringReader(source.text()))) {
                document.visit(root, "");
            }
        } catch (YAMLException e) {
            throw new UnreadableFileException("not YAML", e);
        }
        return document.hits;
    }

    /** Walks through one file. */
    private static final class Document {

        private final Source source;
        private final List<Hit> hits = new ArrayList<>();

        Document(Source source) {
            this.source = source;
        }

        void visit(Node node, String path) {
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(item -> visit(item, path));
            } else if (node instanceof MappingNode mapping) {
                visitMapping(mapping, path);
            } else if (node instanceof ScalarNode scalar) {
                visitUri(scalar, Map.of());
            }
        }

        private void visitMapping(MappingNode mapping, String path) {
            Map<String, Node> members = members(mapping);
            Map<String, String> parameters = scalars(members.get("parameters"));
            boolean bean = isComponentBean(text(members.get("type")));
            boolean ref = refersToKamelet(members.get("ref"));
            String kamelet = ref
                    ? String.valueOf(scalars(members.get("ref")).get("name"))
                    : kameletOf(Optional.ofNullable(text(members.get("uri"))).orElse(""));
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    continue;
                }
                String name = key.getValue();
                String full = path.isEmpty() ? name : path + "." + name;
                if (full.equals(COMPONENT)) {
                    componentKey(key);
                }
                if (bean && name.equals("type") && tuple.getValueNode() instanceof ScalarNode type) {
                    replaceValue(
                            Kind.CONSEQUENCE,
                            type,
                            type.getValue().replace(Property.COMPONENT_CLASS, Property.NEW_CLASS));
                } else if (bean && name.equals("properties")) {
                    beanOptions(tuple.getValueNode());
                } else if (ref && name.equals("ref")) {
                    kameletRef(key, (MappingNode) tuple.getValueNode(), scalars(members.get("properties")));
                } else if (!kamelet.isEmpty() && name.equals(ref ? "properties" : "parameters")) {
                    kameletOptions(kamelet, tuple.getValueNode());
                } else if (tuple.getValueNode() instanceof ScalarNode value) {
                    visitScalar(key, value, full, parameters, members);
                } else {
                    visit(tuple.getValueNode(), full);
                }
            }
        }

        private void visitScalar(
                ScalarNode key,
                ScalarNode value,
                String path,
                Map<String, String> parameters,
                Map<String, Node> siblings) {
            if (key.getValue().endsWith(".properties") && value.getValue().indexOf('\n') >= 0) {
                hits.addAll(new PropertiesReader()
                        .read(
                                source.embedded(value.getValue()),
                                value.getStartMark().getLine() + 1));
                return;
            }
            Optional<Property> property = Property.of(path, value.getValue(), Set.of());
            if (property.isPresent()) {
                property(key, value, property.get(), hasLoginUrl(siblings.keySet()));
            } else {
                visitUri(value, parameters);
            }
        }

        private void visitUri(ScalarNode value, Map<String, String> parameters) {
            EndpointUri.of(value.getValue(), parameters, source)
                    .ifPresent(uri -> add(
                            uri.kind(),
                            value,
                            replaced(value, uri.shown()),
                            replaced(value, uri.instead()),
                            uri.kind() == Kind.KAMELET ? Kamelet.WHY : LoginOption.OTHER.why()));
        }

        private void beanOptions(Node node) {
            boolean hasLoginUrl = node instanceof MappingNode mapping
                    && hasLoginUrl(members(mapping).keySet());
            eachScalar(node, (key, value) -> {
                LoginOption option = LoginOption.of(key.getValue());
                Kind kind = option.isCredential(value.getValue()) ? Kind.CREDENTIAL : Kind.CONSEQUENCE;
                property(key, value, new Property(kind, option, key.getValue(), key.getValue()), hasLoginUrl);
            });
        }

        private void kameletOptions(String kamelet, Node node) {
            eachScalar(node, (key, value) -> {
                LoginOption option = LoginOption.of(key.getValue());
                String found = replaced(value, source.shown(option, value.getValue()));
                String renamed = found.replaceFirst(Pattern.quote(key.getValue()), Kamelet.renamed(key.getValue()));
                if (Kamelet.isGone(kamelet, key.getValue())) {
                    add(Kind.KAMELET, key, found, null, Kamelet.WHY);
                } else if (!renamed.equals(found)) {
                    add(Kind.KAMELET, key, found, renamed, Kamelet.WHY);
                }
            });
        }

        private static void eachScalar(Node node, BiConsumer<ScalarNode, ScalarNode> action) {
            if (node instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key
                            && tuple.getValueNode() instanceof ScalarNode value) {
                        action.accept(key, value);
                    }
                }
            }
        }

        private void property(ScalarNode key, ScalarNode value, Property property, boolean hasLoginUrl) {
            LoginOption option = property.option();
            String found = replaced(value, source.shown(option, value.getValue()));
            String instead = null;
            if (option == LoginOption.USER_NAME && !hasLoginUrl && property.kind() != Kind.KAMELET) {
                String url = property.loginUrlKey();
                instead = (url.contains(".") && !key.getValue().contains(".")
                                ? url.substring(url.lastIndexOf('.') + 1)
                                : url)
                        + ": " + LoginOption.MY_DOMAIN;
            } else if (!option.isObsolete() && property.kind() != Kind.KAMELET) {
                instead = replaced(value, option.rewritten(value.getValue()))
                        .replace(COMPONENT + ".", COMPONENT + "-cc.")
                        .replaceFirst("^salesforce\\.", "salesforce-cc.");
            }
            if (!found.equals(instead)) {
                add(property.kind(), key, found, instead, property.kind() == Kind.KAMELET ? Kamelet.WHY : option.why());
            }
        }

        private void componentKey(ScalarNode key) {
            add(
                    Kind.CONSEQUENCE,
                    key,
                    line(key),
                    line(key).replaceFirst("salesforce(?=[\"']?\\s*:)", "salesforce-cc"),
                    LoginOption.OTHER.why());
        }

        private void kameletRef(ScalarNode key, MappingNode ref, Map<String, String> options) {
            String name = Optional.ofNullable(text(members(ref).get("name"))).orElse("");
            String target = options.getOrDefault(Kamelet.targetOption(name), "");
            add(Kind.KAMELET, key, line(key), "uri: " + Kamelet.endpoint(name, target), Kamelet.WHY);
            ref.getValue()
                    .forEach(tuple ->
                            add(Kind.KAMELET, tuple.getKeyNode(), line(tuple.getKeyNode()), null, Kamelet.WHY));
        }

        private void replaceValue(Kind kind, ScalarNode value, String replacement) {
            if (!replacement.equals(value.getValue())) {
                add(kind, value, line(value), replaced(value, replacement), LoginOption.OTHER.why());
            }
        }

        private void add(Kind kind, Node at, String found, @Nullable String instead, String why) {
            hits.add(new Hit(kind, at.getStartMark().getLine() + 1, found, instead, why));
        }

        private String line(Node node) {
            return source.line(node.getStartMark().getLine() + 1).strip();
        }

        /** The line of a value with another value; quotes stay, further lines of the value do not. */
        private String replaced(ScalarNode value, String replacement) {
            String line = source.line(value.getStartMark().getLine() + 1);
            int start = Math.min(value.getStartMark().getColumn(), line.length());
            boolean oneLine =
                    value.getEndMark().getLine() == value.getStartMark().getLine();
            int end = oneLine ? Math.min(value.getEndMark().getColumn(), line.length()) : line.length();
            boolean quoted = end - start > 1 && (line.charAt(start) == '"' || line.charAt(start) == '\'');
            String quote = quoted ? line.substring(start, start + 1) : replacement.startsWith("{{") ? "\"" : "";
            return (line.substring(0, start) + quote + replacement + quote + line.substring(end)).strip();
        }

        private static boolean hasLoginUrl(Set<String> names) {
            return names.stream()
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .anyMatch(name -> LoginOption.of(name) == LoginOption.LOGIN_URL);
        }

        private static boolean isComponentBean(@Nullable String type) {
            return type != null
                    && (type.contains(Property.COMPONENT_CLASS) || type.contains(Property.LOGIN_CONFIG_CLASS));
        }

        private static String kameletOf(String uri) {
            Matcher matcher = KAMELET_URI.matcher(uri);
            return matcher.lookingAt() && Kamelet.isOne(matcher.group(1)) ? matcher.group(1) : "";
        }

        private static boolean refersToKamelet(@Nullable Node ref) {
            Map<String, String> members = scalars(ref);
            return "kamelet".equals(members.getOrDefault("kind", "").toLowerCase(Locale.ROOT))
                    && Kamelet.isOne(members.getOrDefault("name", ""));
        }

        private static @Nullable String text(@Nullable Node node) {
            return node instanceof ScalarNode scalar ? scalar.getValue() : null;
        }

        private static Map<String, Node> members(MappingNode mapping) {
            Map<String, Node> members = new LinkedHashMap<>();
            mapping.getValue().forEach(tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    members.put(key.getValue(), tuple.getValueNode());
                }
            });
            return members;
        }

        private static Map<String, String> scalars(@Nullable Node node) {
            Map<String, String> scalars = new LinkedHashMap<>();
            if (node instanceof MappingNode mapping) {
                members(mapping).forEach((name, value) -> {
                    if (value instanceof ScalarNode scalar) {
                        scalars.put(name, scalar.getValue());
                    }
                });
            }
            return scalars;
        }
    }
}
