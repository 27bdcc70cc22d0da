package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** An element of an XML text, with the places of its parts. */
final class XmlElement {

    private final String name;
    private final Range tag;
    private final @Nullable XmlElement parent;
    private final Map<String, Range> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final List<Range> texts = new ArrayList<>();
    private int end;

    /** @param name its local name; {@code tag} is its start tag */
    XmlElement(String name, Range tag, @Nullable XmlElement parent) {
        this.name = name;
        this.tag = tag;
        this.parent = parent;
        this.end = tag.end();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    String name() {
        return name;
    }

    Range tag() {
        return tag;
    }

    @Nullable
    XmlElement parent() {
        return parent;
    }

    /** Its attributes' values by their names with prefix, as they stand between the quotes. */
    Map<String, Range> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    /** The texts between its tags and those of its children. */
    List<Range> texts() {
        return texts;
    }

    void end(int offset) {
        end = offset;
    }

    /** Where it stands, with its end tag. */
    Range range() {
        return new Range(tag.start(), end);
    }

    Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    boolean isWithin(String ancestor) {
        for (XmlElement at = parent; at != null; at = at.parent) {
            if (at.name.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** This element and all below it. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** Its text, if it has no children. */
    Optional<Range> text() {
        return children.isEmpty() && texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }
}
