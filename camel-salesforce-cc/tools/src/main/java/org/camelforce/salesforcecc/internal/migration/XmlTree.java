package org.camelforce.salesforcecc.internal.migration;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Parses XML into elements that know where they stand. */
final class XmlTree {

    /** What a well-formed text has between its characters; it is well-formed, because a parser reads it, too. */
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[(?<data>.*?)]]>|<\\?.*?\\?>|<!(?:\\[[^]]*]|\"[^\"]*\"|'[^']*'|[^>\\[\"']++)*+>"
                    + "|(?<end></[^>]*>)|(?<start><(?:\"[^\"]*\"|'[^']*'|[^\"'>]++)*+>)",
            Pattern.DOTALL);

    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final Source source;
    private final Matcher markup;
    private int textFrom;

    private XmlTree(Source source) {
        this.source = source;
        this.markup = MARKUP.matcher(source.text());
    }

    /** The root element of a text. */
    static XmlElement parse(Source source) throws UnreadableFileException {
        try {
            return new XmlTree(source).parse();
        } catch (XMLStreamException e) {
            throw new UnreadableFileException("not XML", e);
        }
    }

    private XmlElement parse() throws XMLStreamException, UnreadableFileException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source.text()));
        XmlElement root = null;
        XmlElement current = null;
        boolean empty = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Range tag = next("start", current);
                current = element(reader.getLocalName(), tag, current);
                empty = source.text().charAt(tag.end() - 2) == '/';
                root = root == null ? current : root;
            } else if (event == XMLStreamConstants.END_ELEMENT && current != null) {
                if (!empty) {
                    current.end(next("end", current).end());
                }
                empty = false;
                current = current.parent();
            }
        }
        if (root == null) {
            throw new UnreadableFileException("not XML");
        }
        return root;
    }

    private XmlElement element(String name, Range tag, @Nullable XmlElement parent) {
        XmlElement element = new XmlElement(name, tag, parent);
        Matcher attribute = ATTRIBUTE.matcher(source.text()).region(tag.start(), tag.end());
        while (attribute.find()) {
            int group = attribute.group(2) == null ? 3 : 2;
            element.attributes().put(attribute.group(1), new Range(attribute.start(group), attribute.end(group)));
        }
        return element;
    }

    private Range next(String kind, @Nullable XmlElement current) throws UnreadableFileException {
        while (markup.find()) {
            text(current, textFrom, markup.start());
            textFrom = markup.end();
            if (markup.group("data") != null) {
                text(current, markup.start("data"), markup.end("data"));
            }
            if (markup.group(kind) != null) {
                return new Range(markup.start(), markup.end());
            }
        }
        throw new UnreadableFileException("not XML");
    }

    private void text(@Nullable XmlElement current, int start, int end) {
        String text = source.text().substring(start, end);
        if (current != null && !text.isBlank()) {
            int from = start + text.length() - text.stripLeading().length();
            current.texts().add(new Range(from, from + text.strip().length()));
        }
    }
}
