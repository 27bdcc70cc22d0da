package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Endpoints of the component {@code salesforce} and of Camel's Kamelets for Salesforce, in any kind of file. */
final class EndpointUri {

    /** What is known about where a text stands. */
    enum Position {
        /** After {@code from}, where the name alone is a topic. */
        CONSUMER,
        /** Where an endpoint is expected. */
        ENDPOINT,
        /** Anywhere: it takes the name of an operation to be sure. */
        ANY
    }

    private static final Pattern URI =
            Pattern.compile("\\s*(salesforce):(?://)?([^?\\s]*)(?:\\?(.*))?", Pattern.DOTALL);
    private static final Pattern KAMELET =
            Pattern.compile("\\s*kamelet:(?://)?(salesforce-[\\w-]+)(?:/[^?]*)?(?:\\?(.*))?", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile(
            "([\\w.-]+)=((?:RAW\\(.*?\\)|RAW\\{.*?}|\\{\\{.*?}}|[^&R{]++|[R{])*+)(&(?:amp;)?|$)", Pattern.DOTALL);
    /** What says that a literal of a program is not the whole URI. */
    private static final Pattern GOES_ON =
            Pattern.compile("[\"']\\s*(?://[^\\n]*\\s*|/\\*.*?\\*/\\s*)*(?:\\+|\\.concat\\b)", Pattern.DOTALL);
    /** A place that another argument fills, not a character of a URI such as {@code %40}. */
    private static final Pattern FORMAT =
            Pattern.compile("(?s).*%(?:\\d+\\$|(?![0-9A-Fa-f]{2})[-#+ 0,(.\\d]*[a-zA-Z]).*");

    private static final String PARTS =
            "; the URI is put together from parts: take out the options userName, password and the like by hand";
    private static final Pattern PLACEHOLDER = Pattern.compile("(?:\\{\\{|\\$\\{|%\\w|#\\{|\\$\\w).*");

    private final MigrationTarget target;

    EndpointUri(MigrationTarget target) {
        this.target = target;
    }

    /**
     * Finds what a text has to change if it is an endpoint's URI.
     *
     * @param range where the text stands
     * @return whether it is
     */
    boolean read(Source source, Range range, Position position, Places places) {
        String text = source.text().substring(range.start(), range.end());
        Matcher salesforce = URI.matcher(text);
        if (salesforce.matches()) {
            return salesforce(source, range.start(), salesforce, position, places);
        }
        Matcher kamelet = KAMELET.matcher(text);
        Kamelet known = kamelet.matches() ? Kamelet.of(kamelet.group(1)) : null;
        if (known != null) {
            kamelet(source, range.start(), kamelet, known, places);
        }
        return known != null;
    }

    private boolean salesforce(Source source, int base, Matcher uri, Position position, Places places) {
        String path = uri.group(2);
        String operation = path.substring(0, path.contains(":") ? path.indexOf(':') : path.length());
        boolean known = Operations.has(operation) || PLACEHOLDER.matcher(path).matches();
        if (!known && position == Position.ANY) {
            return false;
        }
        List<Runnable> changes = new ArrayList<>();
        boolean credential = options(source, base, uri, 3, null, places, changes);
        Kind kind = credential ? Kind.CREDENTIAL : Kind.MOVE;
        Range scheme = new Range(base + uri.start(1), base + uri.end(1));
        if (!known && position == Position.ENDPOINT && !path.isEmpty()) {
            places.look(
                    kind,
                    source,
                    scheme.start(),
                    "\"" + operation + "\" is no operation; for a topic of Camel 3 write salesforce-cc:subscribe:"
                            + operation);
            return true;
        }
        if (position == Position.CONSUMER && path.isEmpty() && goesOn(source, base + uri.end())) {
            places.look(
                    kind,
                    source,
                    scheme.start(),
                    "the scheme becomes salesforce-cc:, and since Camel 4 a topic needs subscribe: before its name");
            return true;
        }
        places.change(kind, source, scheme, Property.NEW_SCHEME, LoginOption.OTHER.why());
        if (!known && position == Position.CONSUMER && !path.isEmpty()) {
            int at = base + uri.start(2);

            places.change(
                    kind,
                    source,
                    new Range(at, at + 1),
                    "subscribe:" + path.charAt(0),
                    "a topic needs subscribe: since Camel 4");
        }
        changes.forEach(Runnable::run);
        return true;
    }

    private void kamelet(Source source, int base, Matcher uri, Kamelet kamelet, Places places) {
        List<Runnable> changes = new ArrayList<>();
        boolean credential = options(source, base, uri, 2, kamelet, places, changes);
        String twin = kamelet.twin();
        if (twin == null) {
            places.look(Kind.CREDENTIAL, source, base + uri.start(1), kamelet.advice());
            return;
        }
        places.change(
                Kind.CREDENTIAL,
                source,
                new Range(base + uri.start(1), base + uri.end(1)),
                twin,
                credential ? LoginOption.PASSWORD.why() : Kamelet.WHY);
        changes.forEach(Runnable::run);
    }

    /**
     * The options behind the question mark: those that go, and values that change. Says whether some are credentials.
     */
    private boolean options(
            Source source,
            int base,
            Matcher uri,
            int group,
            @Nullable Kamelet kamelet,
            Places places,
            List<Runnable> changes) {
        if (uri.group(group) == null) {
            return false;
        }
        boolean credential = false;
        int begin = base + uri.start(group);
        int end = base + uri.end(group);
        boolean goesOn = goesOn(source, end);
        boolean takesUrl = kamelet != null && kamelet.twin() != null && !hasLoginUrl(uri.group(group));
        int lastKept = begin - 1;
        int goneFrom = -1;
        List<Range> removed = new ArrayList<>();
        boolean formatted = false;
        Matcher option = OPTION.matcher(uri.group(group));
        while (option.find()) {
            LoginOption login = LoginOption.of(option.group(1));
            int start = option.start();
            Range value = new Range(begin + option.start(2), begin + option.end(2));
            if (LoginOption.isSecretName(option.group(1)) && !LoginOption.isPlaceholder(option.group(2))) {
                places.secret(source, value);
            }
            boolean complete = !(goesOn && value.end() == end);
            boolean becomesUrl = takesUrl
                    && complete
                    && login == LoginOption.USER_NAME
                    && !FORMAT.matcher(option.group(2)).matches();
            if (login.isObsolete(option.group(2))) {
                credential = true;
                places.references().refer(option.group(2));
            }
            if (login.isObsolete(option.group(2)) && !becomesUrl) {
                formatted |= FORMAT.matcher(option.group(2)).matches();
                goneFrom = goneFrom < 0 ? begin + option.start() : goneFrom;
            } else {
                if (goneFrom >= 0) {
                    removed.add(new Range(goneFrom, begin + option.start()));
                    goneFrom = -1;
                }
                lastKept = value.end();
                if (becomesUrl) {
                    takesUrl = false;
                    changes.add(() -> places.fillLoginUrl(
                            source,
                            new Range(begin + start, value.end()),
                            "loginUrl=",
                            target,
                            "",
                            LoginOption.USER_NAME.why()));
                } else if (complete && !(kamelet != null && kamelet.isNew() && login == LoginOption.CLIENT_SECRET)) {
                    value(source, login, option.group(2), value, places, changes);
                }
                if (kamelet != null && login == LoginOption.OTHER && !kamelet.keeps(option.group(1))) {
                    String why = kamelet.advice(option.group(1));
                    changes.add(() -> places.look(Kind.MOVE, source, begin + start, why));
                }
            }
        }
        if (goneFrom >= 0) {
            removed.add(new Range(lastKept, end));
        }
        if (formatted || goneFrom >= 0 && goesOn) {
            changes.add(() -> places.look(Kind.CREDENTIAL, source, begin, LoginOption.PASSWORD.why() + PARTS));
        } else {
            removed.forEach(gone ->
                    changes.add(() -> places.change(Kind.CREDENTIAL, source, gone, "", LoginOption.PASSWORD.why())));
        }
        return credential;
    }

    private static boolean hasLoginUrl(String options) {
        return OPTION.matcher(options)
                .results()
                .anyMatch(option -> LoginOption.of(option.group(1)) == LoginOption.LOGIN_URL);
    }

    /** Whether a literal of a program ends at a place, and more of the URI follows it. */
    static boolean goesOn(Source source, int end) {
        return GOES_ON.matcher(source.text())
                .region(end, source.text().length())
                .lookingAt();
    }

    private void value(
            Source source, LoginOption option, String text, Range value, Places places, List<Runnable> changes) {
        if (option == LoginOption.LOGIN_URL && LoginOption.isGenericUrl(text)) {
            changes.add(() ->
                    places.fill(Kind.MOVE, source, value, target.shownLoginUrl(), target.loginUrl(), option.why()));
        } else if (option == LoginOption.CLIENT_SECRET
                && !LoginOption.isPlaceholder(text)
                && !FORMAT.matcher(text).matches()) {
            changes.add(() -> places.change(
                    Kind.MOVE,
                    source,
                    value,
                    LoginOption.SECRET_FROM_ENVIRONMENT,
                    "the secret does not belong in the file"));
        }
    }
}
