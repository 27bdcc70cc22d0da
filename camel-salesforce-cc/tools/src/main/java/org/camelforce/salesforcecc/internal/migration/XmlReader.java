package org.camelforce.salesforcecc.internal.migration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.internal.migration.EndpointUri.Position;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Reads XML: routes, beans of Spring, Blueprint and Camel's own XML, properties, and Maven's build files. */
final class XmlReader implements SourceReader {

    private static final Set<String> EXTENSIONS = Set.of("xml", "xsd", "xsl", "xslt", "wsdl", "pom", "jrxml", "bpmn");
    private static final Set<String> TEXTS = Set.of("description", "documentation");

    private final MigrationTarget target;
    private final SpringBootMajor starter;

    XmlReader(MigrationTarget target, SpringBootMajor starter) {
        this.target = target;
        this.starter = starter;
    }

    @Override
    public boolean reads(String path) {
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    @Override
    public void read(Source source, Places places) throws UnreadableFileException {
        XmlElement root = XmlTree.parse(source);
        new Walk(new XmlEdits(source, places, target), starter).document(root);
    }

    /** A walk through the elements of one text. */
    private static final class Walk {

        private final XmlEdits edits;
        private final Source source;
        private final Places places;
        private final XmlBeans beans;
        private final EndpointUri uris;
        private final MavenBuild maven;

        Walk(XmlEdits edits, SpringBootMajor starter) {
            this.edits = edits;
            this.source = edits.source();
            this.places = edits.places();
            this.beans = new XmlBeans(edits);
            this.uris = new EndpointUri(edits.target());
            this.maven = new MavenBuild(edits, starter);
        }

        void document(XmlElement root) {
            boolean renamed = false;
            List<XmlElement> all = root.all().toList();
            for (XmlElement element : all) {
                renamed |= beans.isOne(element) && beans.bean(element);
            }
            boolean build =
                    root.name().equals("project") && root.child("modelVersion").isPresent();
            for (XmlElement element : all) {
                if (renamed) {
                    beans.references(element);
                }
                headers(element);
                if (!(build && maven.element(element)) && !isInBean(element)) {
                    element(element);
                }
            }
        }

        private boolean isInBean(XmlElement element) {
            for (XmlElement at = element; at != null; at = at.parent()) {
                if (beans.isOne(at)) {
                    return true;
                }
            }
            return false;
        }

        private void element(XmlElement element) {
            if (Property.isAboutLogs(element.name())) {
                return;
            }
            Range value = property(element);
            for (Map.Entry<String, Range> attribute : element.attributes().entrySet()) {
                Range range = attribute.getValue();
                if (value == null) {
                    attribute(element, attribute.getKey(), range);
                }
            }
            for (Range text : element.texts()) {
                if (!text.equals(value) && !TEXTS.contains(element.name())) {
                    if (!uris.read(source, text, Position.ANY, places)) {
                        Recognizer.read(source, text, places);
                    }
                }
            }
        }

        private void attribute(XmlElement element, String name, Range range) {
            boolean uri = name.equals("uri");
            Position position =
                    uri && element.name().equals("from") ? Position.CONSUMER : uri ? Position.ENDPOINT : Position.ANY;
            if (position == Position.CONSUMER && element.parent() != null) {
                OldHeaders.fromHttp(source, range, edits.text(element.parent().range()), places);
            }
            if (uris.read(source, range, position, places)) {
                return;
            }
            boolean login = LoginOption.isGenericLogin(edits.text(range))
                    && Property.isOwnUrl(name + " " + edits.attribute(element, "name", "key"));
            if (login) {
                edits.option(LoginOption.LOGIN_URL, range);
            } else if (!name.startsWith("xmlns") && !name.equals("xsi:schemaLocation")) {
                Recognizer.read(source, range, places);
            }
        }

        /** An element that has a name and a value, such as a property; the place of the value if it is one of ours. */
        private @Nullable Range property(XmlElement element) {
            String name = element.attributes().containsKey("name")
                    ? edits.attribute(element, "name", "name")
                    : edits.attribute(element, "key", "key");
            Optional<Range> value = edits.value(element);
            Optional<Property> property = Property.of(name);
            Range key = element.attributes().get(element.attributes().containsKey("name") ? "name" : "key");
            if (key == null) {
                return null;
            }
            if (property.isPresent()) {
                String replacement = property.get().replacement();
                value.ifPresent(range -> edits.hide(property.get().name(), range));
                int start = key.start() + property.get().at();
                if (replacement == null) {
                    places.look(
                            Kind.CREDENTIAL, source, key.start(), property.get().advice());
                } else if (property.get()
                        .option()
                        .isObsolete(value.map(edits::text).orElse(""))) {
                    boolean user = property.get().option() == LoginOption.USER_NAME;
                    if (!user
                            || !edits.fillLoginUrl(
                                    element,
                                    property.get().loginUrlIn(name),
                                    property.get().why())) {
                        edits.remove(element, property.get().why());
                    }
                } else {
                    if (property.get().isGone()) {
                        places.look(
                                Kind.MOVE, source, key.start(), property.get().advice());
                    }
                    places.change(
                            Kind.MOVE,
                            source,
                            new Range(start, start + property.get().old().length()),
                            replacement,
                            property.get().why());
                    value.ifPresent(range -> edits.option(property.get().option(), range));
                }
                return value.orElse(key);
            }
            if (Property.isOwnCredential(name)) {
                places.look(Kind.CREDENTIAL, source, element.tag().start(), Recognizer.OWN);
                value.ifPresent(range -> edits.hide("password", range));
                return value.orElse(key);
            }
            return null;
        }

        private void headers(XmlElement element) {
            boolean salesforce = goesToSalesforce(element);
            String name = element.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("header") || name.endsWith("headers")) {
                for (String attribute : List.of("name", "pattern")) {
                    Range range = element.attributes().get(attribute);
                    if (range != null) {
                        OldHeaders.name(source, range, salesforce, places);
                    }
                }
                if (name.equals("header")) {
                    element.text().ifPresent(text -> OldHeaders.name(source, text, salesforce, places));
                }
            }
            element.texts().forEach(text -> OldHeaders.expressions(source, text, salesforce, places));
            element.attributes().values().forEach(text -> OldHeaders.expressions(source, text, salesforce, places));
        }

        private boolean goesToSalesforce(XmlElement element) {
            for (XmlElement at = element; at != null; at = at.parent()) {
                if (at.name().equals("route")) {
                    return edits.text(at.range()).contains("salesforce");
                }
            }
            return false;
        }
    }
}
