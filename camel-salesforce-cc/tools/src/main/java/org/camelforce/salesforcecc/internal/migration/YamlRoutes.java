package org.camelforce.salesforcecc.internal.migration;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.EndpointUri.Position;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Routes in YAML: endpoints with their parameters, references to Kamelets, beans and headers. */
final class YamlRoutes {

    private static final Set<String> ENDPOINTS =
            Set.of("to", "tod", "from", "wiretap", "enrich", "pollenrich", "uri", "poll", "interceptsendtoendpoint");
    private static final Set<String> HEADER_EIPS =
            Set.of("setHeader", "removeHeader", "removeHeaders", "set-header", "remove-header");
    private static final Pattern KAMELET_URI = Pattern.compile("kamelet:(?://)?([\\w-]+).*", Pattern.DOTALL);

    private final Source source;
    private final Places places;
    private final EndpointUri uris;
    private final YamlOptions options;

    YamlRoutes(Source source, Places places, MigrationTarget target, YamlOptions options) {
        this.source = source;
        this.places = places;
        this.uris = new EndpointUri(target);
        this.options = options;
    }

    /** A scalar that may be an endpoint's URI; says whether it is. */
    boolean endpoint(@Nullable String key, @Nullable String parent, ScalarNode value) {
        String name = key == null ? "" : key.toLowerCase(Locale.ROOT).replace("-", "");
        boolean consumer = name.equals("from") || name.equals("uri") && "from".equals(parent);
        Position position = consumer ? Position.CONSUMER : ENDPOINTS.contains(name) ? Position.ENDPOINT : Position.ANY;
        return uris.read(source, YamlNodes.content(source, value), position, places);
    }

    /** The Kamelet of a step, which its URI or a reference names, if it is one for Salesforce. */
    static @Nullable Kamelet kamelet(Map<String, Node> members) {
        Matcher uri = KAMELET_URI.matcher(String.valueOf(YamlNodes.text(members.get("uri"))));
        if (uri.matches()) {
            return Kamelet.of(uri.group(1));
        }
        Map<String, Node> reference = YamlNodes.members(members.get("ref"));
        return "kamelet".equalsIgnoreCase(YamlNodes.text(reference.get("kind")))
                ? Kamelet.of(YamlNodes.text(reference.get("name")))
                : null;
    }

    /** Replaces the name of the Kamelet in a reference. */
    void reference(Node ref, Kamelet kamelet) {
        Node name = YamlNodes.members(ref).get("name");
        if (name instanceof ScalarNode scalar) {
            Range content = YamlNodes.content(source, scalar);
            String twin = kamelet.twin();
            if (twin == null) {
                places.look(Kind.CREDENTIAL, source, content.start(), kamelet.advice());
            } else {
                places.change(Kind.CREDENTIAL, source, content, twin, Kamelet.WHY);
            }
        }
    }

    /** Whether a mapping is a bean of the component's class, or of the class of its login. */
    static boolean isComponent(Map<String, Node> members) {
        String type = YamlNodes.text(members.get("type"));
        return type != null
                && (type.contains(Property.COMPONENT_CLASS)
                        || type.contains(Property.LOGIN_CONFIG_CLASS)
                        || type.contains(Property.NEW_CLASS));
    }

    /** A bean of the component's class. */
    void component(MappingNode bean) {
        for (NodeTuple tuple : bean.getValue()) {
            String key = String.valueOf(YamlNodes.text(tuple.getKeyNode()));
            if (key.equals("properties") && tuple.getValueNode() instanceof MappingNode properties) {
                options.entries(properties, Property.PREFIX + ".", tuple, false);
                nested(properties);
            } else if (tuple.getValueNode() instanceof ScalarNode value) {
                Range content = YamlNodes.content(source, value);
                if (key.equals("type")) {
                    type(value, content);
                } else if (key.equals("name") && value.getValue().equals(Property.SCHEME)) {
                    places.change(
                            Kind.MOVE, source, content, Property.NEW_SCHEME, "the component's name is the scheme");
                }
            }
        }
    }

    private void nested(MappingNode properties) {
        for (NodeTuple tuple : properties.getValue()) {
            String key = String.valueOf(YamlNodes.text(tuple.getKeyNode())).replace("-", "");
            if (key.equalsIgnoreCase("loginConfig") && tuple.getValueNode() instanceof MappingNode config) {
                options.entries(config, Property.PREFIX + ".login-config.", tuple, false);
            }
        }
    }

    private void type(ScalarNode value, Range content) {
        int at = source.text().substring(content.start(), content.end()).indexOf(Property.COMPONENT_CLASS);
        if (at >= 0 && value.getValue().contains(Property.COMPONENT_CLASS)) {
            Range range = new Range(content.start() + at, content.start() + at + Property.COMPONENT_CLASS.length());
            places.change(Kind.MOVE, source, range, Property.NEW_CLASS, LoginOption.OTHER.why());
        }
    }

    /** A scalar that may be the name of a header or an expression with one. */
    void headers(@Nullable String key, @Nullable String parent, ScalarNode value, boolean salesforce) {
        boolean name = ("name".equals(key) || "pattern".equals(key))
                        && parent != null
                        && (HEADER_EIPS.contains(parent) || parent.equals("headers"))
                || "header".equals(key)
                || "removeHeader".equals(key);
        Range content = YamlNodes.content(source, value);
        if (name) {
            OldHeaders.name(source, content, salesforce, places);
        } else {
            OldHeaders.expressions(source, content, salesforce, places);
        }
    }
}
