package org.camelforce.salesforcecc.migration;

import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.migration.Place.Kind;
import org.camelforce.salesforcecc.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What becomes of options of the component or a Kamelet that are the entries of a mapping. */
final class YamlOptions {

    private final Source source;
    private final Places places;
    private final MigrationTarget target;

    YamlOptions(Source source, Places places, MigrationTarget target) {
        this.source = source;
        this.places = places;
        this.target = target;
    }

    /**
     * Removes the entries that belong to another login, and changes the values of others.
     *
     * @param mapping the options
     * @param prefix what stands before their names in a property, with a dot at the end
     * @param owner the entry whose value the mapping is, null if it has to stay in any case
     * @param encoded whether values are encoded, so that none can be written
     */
    void entries(MappingNode mapping, String prefix, @Nullable NodeTuple owner, boolean encoded) {
        List<NodeTuple> gone = new ArrayList<>();
        boolean hasLoginUrl = mapping.getValue().stream()
                .map(tuple -> property(tuple, prefix))
                .anyMatch(property -> property != null && property.option() == LoginOption.LOGIN_URL);
        for (NodeTuple tuple : mapping.getValue()) {
            Property property = property(tuple, prefix);
            if (property != null) {
                Node value = tuple.getValueNode();
                String text = String.valueOf(YamlNodes.text(value));
                hide(property, value, encoded);
                if (property.replacement() == null) {
                    if (property.option().isObsolete(text)) {
                        places.look(
                                Kind.CREDENTIAL,
                                source,
                                YamlNodes.start(source, tuple.getKeyNode()),
                                property.option().why());
                    }
                } else if (property.option().isObsolete(text)) {
                    gone.add(tuple);
                    places.references().refer(text);
                } else {
                    kept(property, value, text, encoded);
                }
            }
        }
        remove(mapping, gone, prefix, owner, hasLoginUrl || encoded);
    }

    private void hide(Property property, Node value, boolean encoded) {
        if (value instanceof ScalarNode scalar
                && (LoginOption.isSecretName(property.name()) && !LoginOption.isPlaceholder(scalar.getValue())
                        || encoded && property.option().isSecret())) {
            places.secret(source, YamlNodes.content(source, scalar));
        }
    }

    private void kept(Property property, Node value, String text, boolean encoded) {
        if (property.option() == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        } else if (property.option() == LoginOption.HTTP_CLIENT) {
            places.look(Kind.MOVE, source, YamlNodes.start(source, value), property.why());
        }
        Kamelet kamelet = property.kamelet();
        if (kamelet != null
                && kamelet.twin() != null
                && property.option() == LoginOption.OTHER
                && !kamelet.keeps(property.name())) {
            places.look(Kind.MOVE, source, YamlNodes.start(source, value), kamelet.advice(property.name()));
        }
        if (value instanceof ScalarNode scalar && !encoded) {
            value(property.option(), scalar, text);
        }
    }

    /** Fills in the login URL. */
    void fillUrl(Range range) {
        places.fill(Kind.MOVE, source, range, target.shownLoginUrl(), target.loginUrl(), LoginOption.LOGIN_URL.why());
    }

    /** Changes the value of an option, if it has to change. */
    void value(LoginOption option, ScalarNode scalar, String text) {
        Range content = YamlNodes.content(source, scalar);
        if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
            fillUrl(content);
        } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text)) {
            places.change(
                    Kind.MOVE,
                    source,
                    content,
                    YamlNodes.written(scalar, LoginOption.SECRET_FROM_ENVIRONMENT),
                    PropertyWriter.SECRET);
        }
    }

    private static @Nullable Property property(NodeTuple tuple, String prefix) {
        String key = YamlNodes.text(tuple.getKeyNode());
        return key == null ? null : Property.of(prefix + key).orElse(null);
    }

    private void remove(
            MappingNode mapping, List<NodeTuple> gone, String prefix, @Nullable NodeTuple owner, boolean hasLoginUrl) {
        boolean all = gone.size() == mapping.getValue().size();
        if (gone.isEmpty()) {
            return;
        }
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            flow(mapping, gone);
        } else if (all
                && owner != null
                && startsLine(owner.getKeyNode())
                && !becomesLoginUrl(gone, prefix, hasLoginUrl)) {
            places.removeLines(
                    Kind.CREDENTIAL,
                    source,
                    YamlNodes.firstLine(owner.getKeyNode()),
                    YamlNodes.lastLine(source, owner.getValueNode()),
                    LoginOption.PASSWORD.why());
        } else {
            block(mapping, gone, prefix, hasLoginUrl);
        }
    }

    private boolean becomesLoginUrl(List<NodeTuple> gone, String prefix, boolean hasLoginUrl) {
        return !hasLoginUrl
                && gone.stream()
                        .map(tuple -> property(tuple, prefix))
                        .anyMatch(property -> property != null
                                && property.kamelet() == null
                                && property.option() == LoginOption.USER_NAME);
    }

    private void block(MappingNode mapping, List<NodeTuple> gone, String prefix, boolean hasLoginUrl) {
        List<NodeTuple> tuples = mapping.getValue();
        for (int i = 0; i < tuples.size(); i++) {
            NodeTuple tuple = tuples.get(i);
            Property property = property(tuple, prefix);
            if (!gone.contains(tuple) || property == null) {
                continue;
            }
            Node key = tuple.getKeyNode();
            if (startsLine(key)) {
                line(tuple, property, hasLoginUrl);
            } else {
                int next = i + 1;
                while (next < tuples.size() && gone.contains(tuples.get(next))) {
                    next++;
                }
                if (next < tuples.size()) {
                    Range range = new Range(
                            YamlNodes.start(source, key),
                            YamlNodes.start(source, tuples.get(next).getKeyNode()));
                    places.change(
                            Kind.CREDENTIAL,
                            source,
                            range,
                            "",
                            property.option().why());
                    i = next - 1;
                } else {
                    places.look(
                            Kind.CREDENTIAL,
                            source,
                            YamlNodes.start(source, key),
                            property.option().why());
                }
            }
        }
    }

    private void line(NodeTuple tuple, Property property, boolean hasLoginUrl) {
        int first = YamlNodes.firstLine(tuple.getKeyNode());
        int last = YamlNodes.lastLine(source, tuple.getValueNode());
        String why = property.option().why();
        if (property.option() != LoginOption.USER_NAME || hasLoginUrl || property.kamelet() != null) {
            places.removeLines(Kind.CREDENTIAL, source, first, last, why);
            return;
        }
        String key = String.valueOf(YamlNodes.text(tuple.getKeyNode()));
        String name = key.substring(0, key.length() - property.name().length()) + property.loginUrlName();
        int at = name.indexOf(Property.PREFIX + ".");
        String renamed = at < 0
                ? name
                : name.substring(0, at) + Property.PREFIX + "-cc" + name.substring(at + Property.PREFIX.length());
        String line = source.indentation(first) + renamed + ": ";
        String url = target.loginUrl();
        places.fillLines(
                Kind.CREDENTIAL,
                source,
                first,
                last,
                line + target.shownLoginUrl(),
                url == null ? "" : line + url + source.newline(),
                why);
    }

    private void flow(MappingNode mapping, List<NodeTuple> gone) {
        List<NodeTuple> tuples = mapping.getValue();
        int kept = YamlNodes.start(source, mapping) + 1;
        for (int i = 0; i < tuples.size(); i++) {
            if (!gone.contains(tuples.get(i))) {
                kept = YamlNodes.end(source, tuples.get(i).getValueNode());
                continue;
            }
            int first = i;
            while (i + 1 < tuples.size() && gone.contains(tuples.get(i + 1))) {
                i++;
            }
            boolean last = i + 1 == tuples.size();
            Range range = last
                    ? new Range(kept, YamlNodes.end(source, tuples.get(i).getValueNode()))
                    : new Range(
                            YamlNodes.start(source, tuples.get(first).getKeyNode()),
                            YamlNodes.start(source, tuples.get(i + 1).getKeyNode()));
            places.change(Kind.CREDENTIAL, source, range, "", LoginOption.PASSWORD.why());
        }
    }

    private boolean startsLine(Node node) {
        int start = YamlNodes.start(source, node);
        int line = YamlNodes.firstLine(node);
        return source.text().substring(source.startOf(line), start).isBlank();
    }
}
