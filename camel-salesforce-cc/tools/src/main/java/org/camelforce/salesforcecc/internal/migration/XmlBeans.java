package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Beans of the component's class and of the class of its login, in Spring's, Blueprint's and Camel's own XML. */
final class XmlBeans {

    private static final Set<String> BEANS = Set.of("bean", "component");
    private static final Set<String> REFERENCES =
            Set.of("ref", "component-ref", "bean", "local", "depends-on", "factory-bean", "component-id");
    private static final List<String> SIX =
            List.of("loginUrl", "clientId", "clientSecret", "userName", "password", "lazyLogin");
    private static final List<String> FIVE =
            List.of("loginUrl", "clientId", "clientSecret", "refreshToken", "lazyLogin");

    private static final Pattern NAME = Pattern.compile("[^,;\\s]+");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}'\"]*?(?<![\\w.'-])(@?salesforce)(?![\\w'(-])");
    private static final String PROPERTIES = "; make properties of the constructor's arguments, without this one";
    private static final String REFERS = "refers to the renamed component";

    private final XmlEdits edits;
    private final Places places;
    private final Source source;

    XmlBeans(XmlEdits edits) {
        this.edits = edits;
        this.places = edits.places();
        this.source = edits.source();
    }

    /** Whether an element is such a bean. */
    boolean isOne(XmlElement element) {
        String type = edits.attribute(element, "class", "type");
        return BEANS.contains(element.name())
                && (type.contains(Property.COMPONENT_CLASS)
                        || type.contains(Property.LOGIN_CONFIG_CLASS)
                        || type.contains(Property.NEW_CLASS));
    }

    /** Changes a bean; says whether its name, which others may refer to, has changed. */
    boolean bean(XmlElement bean) {
        boolean component = !edits.attribute(bean, "class", "type").contains(Property.LOGIN_CONFIG_CLASS);
        componentClass(bean);
        boolean renamed = component && renamed(bean);
        attributes(bean);
        for (XmlElement child : bean.children()) {
            if (child.name().equals("property")) {
                property(child);
            } else if (child.name().equals("properties")) {
                child.children().stream()
                        .filter(option -> option.name().equals("property"))
                        .forEach(this::property);
            }
        }
        if (!component) {
            constructor(bean);
        }
        return renamed;
    }

    private void componentClass(XmlElement bean) {
        for (String name : List.of("class", "type")) {
            Range value = bean.attributes().get(name);
            int at = value == null ? -1 : edits.text(value).indexOf(Property.COMPONENT_CLASS);
            if (value != null && at >= 0) {
                Range range = new Range(value.start() + at, value.start() + at + Property.COMPONENT_CLASS.length());
                places.change(Kind.MOVE, source, range, Property.NEW_CLASS, LoginOption.OTHER.why());
            }
        }
    }

    private boolean renamed(XmlElement bean) {
        boolean renamed = false;
        for (String name : List.of("id", "name")) {
            Range value = bean.attributes().get(name);
            if (value != null && edits.text(value).equals(Property.SCHEME)) {
                places.change(Kind.MOVE, source, value, Property.NEW_SCHEME, "the bean's ID is the scheme");
                renamed = true;
            }
        }
        return renamed;
    }

    /** Follows a renamed bean. */
    void references(XmlElement element) {
        for (Map.Entry<String, Range> attribute : element.attributes().entrySet()) {
            String name = attribute.getKey().substring(attribute.getKey().indexOf(':') + 1);
            boolean alias = element.name().equals("alias") && name.equals("name");
            if (alias || REFERENCES.contains(name.endsWith("-ref") ? "ref" : name)) {
                Matcher one = NAME.matcher(source.text())
                        .region(
                                attribute.getValue().start(),
                                attribute.getValue().end());
                while (one.find()) {
                    if (one.group().equals(Property.SCHEME)) {
                        places.change(
                                Kind.MOVE, source, new Range(one.start(), one.end()), Property.NEW_SCHEME, REFERS);
                    }
                }
            } else {
                expression(attribute.getValue());
            }
        }
        element.texts().forEach(this::expression);
    }

    /** Spring's expressions name beans, too; a name with a dash needs another form there. */
    private void expression(Range text) {
        Matcher expression = EXPRESSION.matcher(source.text()).region(text.start(), text.end());
        if (expression.find()) {
            places.look(Kind.MOVE, source, expression.start(1), REFERS + "; write @'" + Property.NEW_SCHEME + "'");
        }
    }

    /** Spring's {@code p:userName="..."}. */
    private void attributes(XmlElement bean) {
        bean.attributes().forEach((name, value) -> {
            if (name.startsWith("p:")) {
                String option = name.substring(2);
                edits.hide(option, value);
                LoginOption login = LoginOption.of(option.replace("-ref", ""));
                if (login.isObsolete(edits.text(value))) {
                    edits.removeAttribute(bean, value, login.why());
                } else {
                    edits.option(login, value);
                }
            } else if (name.startsWith("c:")) {
                String option = name.substring(2);
                edits.hide(option, value);
                LoginOption login = LoginOption.of(option.replace("-ref", ""));
                if (login.isObsolete(edits.text(value))) {
                    places.look(Kind.CREDENTIAL, source, value.start(), login.why() + PROPERTIES);
                }
            }
        });
    }

    private void property(XmlElement property) {
        String name = edits.attribute(property, "name", "key");
        boolean type = name.equals("type");
        LoginOption option = type ? LoginOption.AUTHENTICATION_TYPE : LoginOption.of(name);
        Optional<Range> value = edits.value(property);
        value.ifPresent(range -> edits.hide(name, range));
        if (option.isObsolete(value.map(edits::text).orElse(""))) {
            if (option != LoginOption.USER_NAME || !edits.loginUrl(property, name, option.why())) {
                edits.remove(property, option.why());
            }
        } else {
            value.ifPresent(range -> edits.option(option, range));
        }
    }

    /** The constructor takes a user and a password, or a refresh token; setters do without. */
    private void constructor(XmlElement bean) {
        List<XmlElement> arguments = bean.children().stream()
                .filter(child ->
                        child.name().equals("constructor-arg") || child.name().equals("argument"))
                .toList();
        List<String> names = arguments.size() == SIX.size() ? SIX : FIVE;
        List<String> ordered = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            XmlElement argument = arguments.get(i);
            String name = name(argument, i, names);
            Range value = argument.attributes().get("value");
            if (arguments.size() < FIVE.size()
                    || name == null
                    || value == null
                    || !edits.text(argument.range()).endsWith("/>")) {
                name = null;
            }
            ordered.add(String.valueOf(name));
        }
        boolean sure = !ordered.contains("null") && ordered.stream().distinct().count() == ordered.size();
        for (int i = 0; i < arguments.size(); i++) {
            XmlElement argument = arguments.get(i);
            String name = String.valueOf(name(argument, i, arguments.size() < FIVE.size() ? SIX : names));
            edits.value(argument).ifPresent(value -> edits.hide(name, value));
            if (sure) {
                setter(argument, name);
            } else {
                LoginOption option = LoginOption.of(name);
                if (option.isObsolete("")) {
                    places.look(Kind.CREDENTIAL, source, argument.tag().start(), option.why() + PROPERTIES);
                }
            }
        }
    }

    private @Nullable String name(XmlElement argument, int position, List<String> names) {
        String index = edits.attribute(argument, "index");
        String name = edits.attribute(argument, "name");
        if (name != null) {
            return name;
        }
        int at = index == null || !index.matches("\\d") ? position : Integer.parseInt(index);
        return at < names.size() ? names.get(at) : null;
    }

    private void setter(XmlElement argument, String name) {
        LoginOption option = LoginOption.of(name);
        if (option.isObsolete("")) {
            edits.remove(argument, option.why());
            return;
        }
        Range value = argument.attributes().get("value");
        if (value != null) {
            Range head = new Range(argument.tag().start() + 1, value.end() + 1);
            String text = edits.text(value);
            String shown = text;
            String certain = text;
            if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
                String url = edits.target().loginUrl();
                shown = edits.target().shownLoginUrl();
                certain = url == null ? text : url;
            } else if (option == LoginOption.CLIENT_SECRET && !LoginOption.isPlaceholder(text)) {
                shown = edits.secretFromEnvironment();
                certain = edits.isBlueprint() ? text : shown;
            }
            String prefix = prefix(argument) + "property name=\"" + name + "\" value=\"";
            places.fill(
                    Kind.MOVE,
                    source,
                    head,
                    prefix + shown + "\"",
                    prefix + certain + "\"",
                    "the constructor takes a user and password or a refresh token; properties do not need them");
        }
    }

    private String prefix(XmlElement element) {
        String tag = edits.text(element.tag());
        int colon = tag.indexOf(':');
        int blank = tag.indexOf(' ');
        return colon > 0 && (blank < 0 || colon < blank) ? tag.substring(1, colon + 1) : "";
    }
}
