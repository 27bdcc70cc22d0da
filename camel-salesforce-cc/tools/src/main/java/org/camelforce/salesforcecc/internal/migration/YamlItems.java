package org.camelforce.salesforcecc.internal.migration;

import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Items of lists in YAML: properties with their values, and variables. */
final class YamlItems {

    private final Source source;
    private final Places places;
    private final YamlOptions options;

    YamlItems(Source source, Places places, YamlOptions options) {
        this.source = source;
        this.places = places;
        this.options = options;
    }

    /** An item such as {@code camel.component.salesforce.packages=com.acme}; says whether it is one. */
    boolean pair(ScalarNode scalar, Range content) {
        int equals = scalar.getValue().indexOf('=');
        Property property = equals < 0 || YamlNodes.isBlock(scalar)
                ? null
                : Property.of(scalar.getValue().substring(0, equals)).orElse(null);
        if (property == null
                || property.kamelet() != null
                || !source.text().startsWith(scalar.getValue(), content.start())) {
            return false;
        }
        String value = scalar.getValue().substring(equals + 1);
        Range range = new Range(content.start() + equals + 1, content.end());
        if (LoginOption.isSecretName(property.name()) && !LoginOption.isPlaceholder(value)) {
            places.secret(source, range);
        }
        if (property.option().isObsolete(value)) {
            places.look(Kind.CREDENTIAL, source, content.start(), property.why() + "; remove this item");
            return true;
        }
        int start = content.start() + property.at();
        places.change(
                Kind.MOVE,
                source,
                new Range(start, start + Property.SCHEME.length()),
                Property.NEW_SCHEME,
                property.why());
        if (property.option() == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(value)) {
            places.change(Kind.MOVE, source, range, LoginOption.SECRET_FROM_ENVIRONMENT, PropertyWriter.SECRET);
        } else if (property.option() == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(value)) {
            options.fillUrl(range);
        } else if (property.option() == LoginOption.AUTHENTICATION_TYPE) {
            places.clientCredentials();
        }
        return true;
    }

    /** Hides the value in the line below the name of a variable. */
    void hideValueOf(ScalarNode name) {
        int next = YamlNodes.firstLine(source, name) + 1;
        if (!LoginOption.isSecretName(name.getValue()) || next > source.lines()) {
            return;
        }
        String line = source.line(next);
        if (line.strip().startsWith("value:")) {
            String bare = line.substring(line.indexOf(':') + 1).strip().replaceAll("^[\"']|[\"']$", "");
            int start = source.startOf(next) + line.lastIndexOf(bare);
            if (!LoginOption.isPlaceholder(bare)) {
                places.secret(source, new Range(start, start + bare.length()));
            }
        }
    }
}
