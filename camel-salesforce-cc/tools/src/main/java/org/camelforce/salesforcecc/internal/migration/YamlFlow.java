package org.camelforce.salesforcecc.internal.migration;

import java.util.List;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Mappings in braces. */
final class YamlFlow {

    private final Source source;
    private final Places places;

    YamlFlow(Source source, Places places) {
        this.source = source;
        this.places = places;
    }

    /**
     * Removes some entries of a mapping, with the commas between them.
     *
     * @param user one of them that the login URL replaces, null if there is none
     * @param name the name of the login URL
     */
    void remove(
            MappingNode mapping,
            List<NodeTuple> removed,
            @Nullable NodeTuple user,
            String name,
            MigrationTarget target) {
        List<NodeTuple> gone = removed.stream().filter(tuple -> tuple != user).toList();
        if (user != null) {
            places.fillLoginUrl(
                    source,
                    new Range(YamlNodes.start(source, user.getKeyNode()), end(user)),
                    name + ": \"",
                    target,
                    "\"",
                    LoginOption.USER_NAME.why());
        }
        List<NodeTuple> tuples = mapping.getValue();
        int kept = YamlNodes.start(source, mapping) + 1;
        for (int i = 0; i < tuples.size(); i++) {
            if (!gone.contains(tuples.get(i))) {
                kept = end(tuples.get(i));
                continue;
            }
            int first = i;
            while (i + 1 < tuples.size() && gone.contains(tuples.get(i + 1))) {
                i++;
            }
            boolean last = i + 1 == tuples.size();
            Range range = last
                    ? new Range(kept, end(tuples.get(i)))
                    : new Range(
                            YamlNodes.start(source, tuples.get(first).getKeyNode()),
                            YamlNodes.start(source, tuples.get(i + 1).getKeyNode()));
            places.change(Kind.CREDENTIAL, source, range, "", LoginOption.PASSWORD.why());
        }
    }

    /** Where an entry ends in its line. */
    private int end(NodeTuple tuple) {
        if (!YamlNodes.isAlias(tuple)) {
            return YamlNodes.end(source, tuple.getValueNode());
        }
        int at = source.text().indexOf('*', YamlNodes.end(source, tuple.getKeyNode()));
        while (at < source.text().length() && ",]} \t\r\n".indexOf(source.text().charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
