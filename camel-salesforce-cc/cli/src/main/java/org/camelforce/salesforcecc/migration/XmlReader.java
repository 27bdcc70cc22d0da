package org.camelforce.salesforcecc.migration;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camelforce.salesforcecc.migration.Hit.Kind;
import org.jspecify.annotations.Nullable;

/** Reads XML: routes, and beans of Spring, Blueprint and Camel's own XML. */
final class XmlReader implements SourceReader {

    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^\"'>])*>");
    private static final Pattern NESTED_VALUE = Pattern.compile("\\s*<value>([^<]*)</value>");
    private static final Set<String> BEAN_ELEMENTS = Set.of("bean", "component");

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".xml");
    }

    @Override
    public List<Hit> read(Source source) throws UnreadableFileException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Document document = new Document(source);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source.text()));
            while (reader.hasNext()) {
                int event = reader.next();
                document.accept(event, reader);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableFileException("not XML", e);
        }
        return document.hits;
    }

    /** Walks through one file; a location is behind the last character of an event. */
    private static final class Document {

        private final Source source;
        private final List<Hit> hits = new ArrayList<>();
        private final Deque<Boolean> beans = new ArrayDeque<>();
        private int begin;

        Document(Source source) {
            this.source = source;
        }

        void accept(int event, XMLStreamReader reader) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin = beginOfTag(reader.getLocation());
                start(reader, endOfTag());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                beans.pop();
            }
        }

        private void start(XMLStreamReader reader, int end) {
            boolean inBean = Boolean.TRUE.equals(beans.peek());
            boolean bean = BEAN_ELEMENTS.contains(reader.getLocalName());
            boolean ours = bean ? isComponent(reader) : inBean;
            beans.push(ours);
            if (bean && ours) {
                componentClass(end);
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                uri(reader.getAttributeLocalName(i), reader.getAttributeValue(i), end);
            }
            if (reader.getLocalName().equals("property")) {
                property(reader, ours, end);
            } else if (inBean && isConstructorArgument(reader.getLocalName())) {
                constructorArgument(reader, end);
            }
        }

        /** No tag has a bare {@code <} but its first character. */
        private int beginOfTag(Location end) {
            int offset = source.startOf(end.getLineNumber()) + end.getColumnNumber() - 1;
            return Math.max(0, source.text().lastIndexOf('<', offset - 1));
        }

        private int endOfTag() {
            Matcher tag = TAG.matcher(source.text()).region(begin, source.text().length());
            return tag.lookingAt() ? tag.end() : source.text().length();
        }

        private static boolean isConstructorArgument(String element) {
            return element.equals("constructor-arg") || element.equals("argument");
        }

        private static boolean isComponent(XMLStreamReader reader) {
            String type = Optional.ofNullable(reader.getAttributeValue(null, "class"))
                    .orElse(Optional.ofNullable(reader.getAttributeValue(null, "type"))
                            .orElse(""));
            return type.contains(Property.COMPONENT_CLASS) || type.contains(Property.LOGIN_CONFIG_CLASS);
        }

        private void componentClass(int end) {
            int at = source.text().indexOf(Property.COMPONENT_CLASS, begin);
            if (at >= 0 && at < end) {
                String line = source.line(source.lineOf(at)).strip();
                add(
                        Kind.CONSEQUENCE,
                        at,
                        line,
                        line.replace(Property.COMPONENT_CLASS, Property.NEW_CLASS),
                        LoginOption.OTHER.why());
            }
        }

        private void uri(String name, String value, int end) {
            if (!name.equals("uri")) {
                return;
            }
            EndpointUri.of(value, Map.of(), source).ifPresent(uri -> {
                Matcher attribute = attribute(name, end);
                if (attribute != null) {
                    add(
                            uri.kind(),
                            attribute.start(2),
                            replaced(attribute, uri.shown()),
                            replaced(attribute, uri.instead()),
                            uri.kind() == Kind.KAMELET ? Kamelet.WHY : LoginOption.OTHER.why());
                }
            });
        }

        private void property(XMLStreamReader reader, boolean inBean, int end) {
            String name = Optional.ofNullable(reader.getAttributeValue(null, "name"))
                    .orElse(Optional.ofNullable(reader.getAttributeValue(null, "key"))
                            .orElse(""));
            String value =
                    Optional.ofNullable(reader.getAttributeValue(null, "value")).orElse("");
            Optional<Property> property =
                    inBean ? Optional.of(beanProperty(name, value)) : Property.of(name, value, Set.of());
            property.ifPresent(found -> change(found, value, end));
        }

        private static Property beanProperty(String name, String value) {
            LoginOption option = LoginOption.of(name);
            return new Property(option.isCredential(value) ? Kind.CREDENTIAL : Kind.CONSEQUENCE, option, name, name);
        }

        private void change(Property property, String value, int end) {
            LoginOption option = property.option();
            Matcher attribute = attribute("value", end);
            String found = attribute == null
                    ? nested(option, end)
                    : tag(end).replace(attribute.group(2), escaped(source.shown(option, value)));
            String instead = option.isObsolete() || property.kind() == Kind.KAMELET
                    ? null
                    : (attribute == null
                                    ? found
                                    : tag(end).replace(attribute.group(2), escaped(option.rewritten(value))))
                            .replace(property.key(), property.newKey());
            if (!found.equals(instead)) {
                add(
                        property.kind(),
                        begin,
                        found,
                        instead,
                        property.kind() == Kind.KAMELET ? Kamelet.WHY : option.why());
            }
        }

        /** A start tag in one line. */
        private String tag(int end) {
            return source.text().substring(begin, end).replaceAll("\\s+", " ").strip();
        }

        /** A property whose value is an element of its own. */
        private String nested(LoginOption option, int end) {
            Matcher value = NESTED_VALUE
                    .matcher(source.text())
                    .region(end, source.text().length());
            return value.lookingAt()
                    ? tag(end) + "<value>" + source.shown(option, value.group(1)) + "</value>"
                    : tag(end);
        }

        /** A login configuration made by its constructor takes user and password by position. */
        private void constructorArgument(XMLStreamReader reader, int end) {
            String index = reader.getAttributeValue(null, "index");
            Matcher attribute = attribute("value", end);
            if (attribute != null && ("3".equals(index) || "4".equals(index))) {
                String shown = source.shown(LoginOption.PASSWORD, attribute.group(2));
                add(Kind.CREDENTIAL, attribute.start(2), replaced(attribute, shown), null, LoginOption.PASSWORD.why());
            }
        }

        /** Where an attribute stands in the element that is being read, or null. */
        private @Nullable Matcher attribute(String name, int end) {
            Matcher matcher = Pattern.compile("\\s" + name + "\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL)
                    .matcher(source.text());
            matcher.region(begin, end);
            return matcher.find() ? matcher : null;
        }

        /** The line of an attribute's value with another value. */
        private String replaced(Matcher attribute, String value) {
            int line = source.lineOf(attribute.start(2));
            String text = source.line(line);
            int start = attribute.start(2) - source.startOf(line);
            int stop = Math.min(attribute.end(2) - source.startOf(line), text.length());
            return (text.substring(0, start) + escaped(value) + text.substring(stop)).strip();
        }

        private static String escaped(String value) {
            return value.replace("&", "&amp;").replace("<", "&lt;");
        }

        private void add(Kind kind, int offset, String found, @Nullable String instead, String why) {
            hits.add(new Hit(kind, source.lineOf(offset), found, instead, why));
        }
    }
}
