package org.camelforce.salesforcecc.internal.migration;

import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Artifacts and properties in a build file of Maven. */
final class MavenBuild {

    static final String GROUP = "org.camelforce";
    static final String COMPONENT = "camel-salesforce";
    static final String NEW_COMPONENT = "camel-salesforce-cc";
    static final String STARTER = "camel-salesforce-starter";
    static final String STARTERS =
            "the artifact becomes org.camelforce:camel-salesforce-cc-spring-boot-4-starter with Spring"
                    + " Boot 4.1, camel-salesforce-cc-starter with 3.5";
    private static final String THERE =
            "camel-salesforce-cc is there already, and brings camel-salesforce along: remove it";

    private static final String PLUGIN = "camel-salesforce-maven-plugin";
    private static final Set<String> OF_THE_PROJECT = Set.of("artifactId", "name", "url");
    private static final String WHY = "the artifact that is replaced";

    private final XmlEdits edits;
    private final SpringBootMajor starter;
    private final Places places;
    private final Source source;

    MavenBuild(XmlEdits edits, SpringBootMajor starter) {
        this.edits = edits;
        this.starter = starter;
        this.places = edits.places();
        this.source = edits.source();
    }

    /** Changes an element; says whether nobody else has to look at it. */
    boolean element(XmlElement element) {
        Optional<Range> text = element.text();
        if (isAboutTheProject(element)) {
            return true;
        }
        if (element.name().equals("artifactId") && text.isPresent() && element.parent() != null) {
            artifact(element, element.parent(), text.get());
            return true;
        }
        if (text.isPresent()
                && isInPlugin(element)
                && LoginOption.of(element.name()).isObsolete("")) {
            places.look(
                    Kind.CREDENTIAL,
                    source,
                    element.tag().start(),
                    LoginOption.of(element.name()).why()
                            + "; version 4.18.5 of the plugin and later ones take clientId and clientSecret");
            edits.hide(element.name(), text.get());
            return true;
        }
        boolean property = Property.of(element.name()).isPresent() || Property.isOwnCredential(element.name());
        if (text.isPresent() && property && !element.name().equals("properties")) {
            LoginOption option =
                    Property.of(element.name()).map(Property::option).orElse(LoginOption.PASSWORD);
            places.look(
                    option.isObsolete("") ? Kind.CREDENTIAL : Kind.MOVE,
                    source,
                    element.tag().start(),
                    Property.of(element.name()).map(Property::why).orElse(Recognizer.OWN));
            edits.hide(element.name(), text.get());
            return true;
        }
        return false;
    }

    /** Whether it names the project itself, which may have any name. */
    private static boolean isAboutTheProject(XmlElement element) {
        XmlElement parent = element.parent();
        return element.isWithin("scm")
                || element.name().equals("module")
                || element.name().equals("finalName")
                || parent != null && parent.parent() == null && OF_THE_PROJECT.contains(element.name());
    }

    private boolean isInPlugin(XmlElement element) {
        for (XmlElement at = element.parent(); at != null; at = at.parent()) {
            if (at.name().equals("plugin")) {
                return at.child("artifactId")
                        .flatMap(XmlElement::text)
                        .map(edits::text)
                        .filter(PLUGIN::equals)
                        .isPresent();
            }
        }
        return false;
    }

    private void artifact(XmlElement element, XmlElement owner, Range name) {
        String artifact = edits.text(name);
        boolean ours = artifact.equals(COMPONENT) || artifact.equals(STARTER);
        if (!owner.name().equals("dependency") || !ours || !isCamels(owner)) {
            boolean another = owner.child("groupId").isPresent() && !isCamels(owner);
            boolean managed = artifact.equals(Kamelet.ARTIFACT) && owner.isWithin("dependencyManagement");
            boolean excluded = owner.name().equals("exclusion");
            if (!excluded && !another && !managed && !artifact.startsWith(NEW_COMPONENT)) {
                Recognizer.read(source, name, places);
            }
            return;
        }
        String replacement = artifact.equals(STARTER) ? starter.starter() : NEW_COMPONENT;
        if (source.text().contains(">" + NEW_COMPONENT)) {
            // beside the new one, a managed version is no mistake
            if (!owner.isWithin("dependencyManagement")) {
                places.look(Kind.MOVE, source, name.start(), THERE);
            }
            return;
        }
        if (replacement == null || isSpecial(owner)) {
            places.look(Kind.MOVE, source, name.start(), replacement == null ? STARTERS : Recognizer.ARTIFACT);
            return;
        }
        owner.child("groupId").flatMap(XmlElement::text).ifPresent(group -> change(group, GROUP));
        change(name, replacement);
        Optional<Range> version = owner.child("version").flatMap(XmlElement::text);
        if (version.isPresent()) {
            places.fill(
                    Kind.MOVE,
                    source,
                    version.get(),
                    edits.target().shownVersion(),
                    edits.target().version(),
                    WHY);
        } else {
            insertVersion(element);
        }
    }

    /** Whether it is not the jar itself that is wanted. */
    private boolean isSpecial(XmlElement owner) {
        return owner.child("classifier").isPresent()
                || owner.child("type")
                        .flatMap(XmlElement::text)
                        .map(edits::text)
                        .filter(type -> !type.equals("jar"))
                        .isPresent();
    }

    /** Without a version, artifact and group alone are no better. */
    private void change(Range range, String text) {
        places.fill(Kind.MOVE, source, range, text, edits.target().version() == null ? null : text, WHY);
    }

    private boolean isCamels(XmlElement owner) {
        return owner.child("groupId")
                .flatMap(XmlElement::text)
                .map(edits::text)
                .filter(group -> group.startsWith("org.apache.camel") || group.startsWith("${"))
                .isPresent();
    }

    private void insertVersion(XmlElement artifact) {
        int end = artifact.range().end();
        int line = source.lineOf(artifact.range().start());
        boolean alone = source.text()
                .substring(source.startOf(line), artifact.range().start())
                .isBlank();
        String separator = alone ? source.newline() + source.indentation(line) : "";
        places.fill(
                Kind.MOVE,
                source,
                new Range(end - 1, end),
                ">" + separator + version(edits.target().shownVersion()),
                certain(separator, edits.target().version()),
                WHY);
    }

    private static @Nullable String certain(String separator, @Nullable String version) {
        return version == null ? null : ">" + separator + version(version);
    }

    private static String version(String version) {
        return "<version>" + version + "</version>";
    }
}
