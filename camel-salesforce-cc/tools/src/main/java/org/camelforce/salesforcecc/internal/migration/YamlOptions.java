package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What becomes of options of the component or a Kamelet that are the entries of a mapping. */
final class YamlOptions {

    private static final String ANCHORED = "; an alias can take it elsewhere: remove it where nothing else needs it";
    private static final String ALIAS = "; the value stands behind an anchor, which others can use";
    private static final String BORROWED = "; an alias takes it to ";

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
        boolean anchored = mapping.getAnchor() != null;
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
                } else if (property.option().isObsolete(text) && (YamlNodes.isAnchored(tuple) || anchored)) {
                    places.look(
                            Kind.CREDENTIAL,
                            source,
                            YamlNodes.start(source, tuple.getKeyNode()),
                            property.option().why() + ANCHORED);
                } else if (property.option().isObsolete(text)) {
                    gone.add(tuple);
                    places.references().refer(text);
                } else if (YamlNodes.isAlias(tuple)) {
                    alias(property, tuple, text);
                } else {
                    kept(property, value, text, encoded);
                }
            }
        }
        remove(mapping, gone, prefix, owner, hasLoginUrl || encoded);
    }

    /** An option whose value stands elsewhere. */
    private void alias(Property property, NodeTuple tuple, String text) {
        boolean changes = property.option() == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)
                || property.option() == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text);
        if (property.option() == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        } else if (changes) {
            String why = property.option() == LoginOption.LOGIN_URL
                    ? property.option().why()
                    : PropertyWriter.SECRET;
            places.look(Kind.MOVE, source, YamlNodes.start(source, tuple.getKeyNode()), why + ALIAS);
        }
    }

    /** Options that an alias or a merge takes from elsewhere, where they may serve others, too. */
    void borrowed(@Nullable Node node, String prefix) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> borrowed(item, prefix));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Property property = property(tuple, prefix);
                String text = String.valueOf(YamlNodes.text(tuple.getValueNode()));
                if (property != null && property.option().isObsolete(text)) {
                    hide(property, tuple.getValueNode(), false);
                    places.look(
                            Kind.CREDENTIAL,
                            source,
                            YamlNodes.start(source, tuple.getKeyNode()),
                            property.option().why() + BORROWED + prefix.replaceAll("\\.$", ""));
                }
            }
        }
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
        if (property.isGone()) {
            places.look(Kind.MOVE, source, YamlNodes.start(source, value), property.advice());
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
            NodeTuple user = hasLoginUrl ? null : user(gone, prefix);
            String name = user == null ? "" : loginUrl(user, Objects.requireNonNull(property(user, prefix)));
            new YamlFlow(source, places).remove(mapping, gone, user, name, target);
        } else if (all
                && owner != null
                && startsLine(owner.getKeyNode())
                && (hasLoginUrl || user(gone, prefix) == null)) {
            places.removeLines(
                    Kind.CREDENTIAL,
                    source,
                    YamlNodes.firstLine(source, owner.getKeyNode()),
                    YamlNodes.lastLine(source, owner),
                    LoginOption.PASSWORD.why());
        } else {
            block(mapping, gone, prefix, hasLoginUrl);
        }
    }

    /** The entry that the login URL can replace. */
    private static @Nullable NodeTuple user(List<NodeTuple> gone, String prefix) {
        for (NodeTuple tuple : gone) {
            Property property = property(tuple, prefix);
            if (property != null && property.option() == LoginOption.USER_NAME) {
                return tuple;
            }
        }
        return null;
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
        int first = YamlNodes.firstLine(source, tuple.getKeyNode());
        int last = YamlNodes.lastLine(source, tuple);
        String why = property.option().why();
        if (property.option() != LoginOption.USER_NAME || hasLoginUrl) {
            places.removeLines(Kind.CREDENTIAL, source, first, last, why);
            return;
        }
        String line = source.indentation(first) + loginUrl(tuple, property) + ": ";
        String url = target.loginUrl();
        places.fillLines(
                Kind.CREDENTIAL,
                source,
                first,
                last,
                line + target.shownLoginUrl(),
                url == null ? null : line + url + source.newline(),
                why);
    }

    /** The name of the login URL in the place of a user. */
    private static String loginUrl(NodeTuple tuple, Property property) {
        String key = String.valueOf(YamlNodes.text(tuple.getKeyNode()));
        String name = key.substring(0, key.length() - property.name().length()) + property.loginUrlName();
        int at = name.indexOf(Property.PREFIX + ".");
        return at < 0
                ? kamelet(name, property)
                : name.substring(0, at) + Property.PREFIX + "-cc" + name.substring(at + Property.PREFIX.length());
    }

    /** The name of a property with the Kamelet to use instead, if it has the name of a Kamelet. */
    private static String kamelet(String name, Property property) {
        String twin = property.replacement();
        return property.kamelet() == null || twin == null
                ? name
                : name.replace("camel.kamelet." + property.old() + ".", "camel.kamelet." + twin + ".");
    }

    private boolean startsLine(Node node) {
        int start = YamlNodes.start(source, node);
        int line = YamlNodes.firstLine(source, node);
        return source.text().substring(source.startOf(line), start).isBlank();
    }
}
