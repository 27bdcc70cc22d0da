package org.camelforce.salesforcecc.internal.migration;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Place.Kind;
import org.camelforce.salesforcecc.internal.migration.Places.Range;
import org.jspecify.annotations.Nullable;

/** Recognises, in any text, what belongs to the old login; asks for a look at it and proposes nothing. */
final class Recognizer {

    static final String ENVIRONMENT =
            "an environment variable for the component that is replaced; for salesforce-cc, set properties that refer to"
                    + " your own variables, such as " + LoginOption.SECRET_FROM_ENVIRONMENT;
    static final String OWN = "a user or password for Salesforce, which nothing needs after the move";
    static final String CONNECTOR =
            "a Kafka connector for Salesforce, which logs in with username and password; salesforce-cc has none: use a"
                    + " route between Kafka and salesforce-cc";
    static final String ARTIFACT = "the artifact becomes org.camelforce:camel-salesforce-cc";

    private static final String COMPONENT_ARTIFACT =
            "(?<![\\w-])camel[:-]salesforce(?:-component)?(?![\\w-]|\\.version)";

    private record Form(Pattern pattern, Function<MatchResult, Kind> kind, Function<MatchResult, String> why) {

        boolean isArtifact() {
            return pattern.pattern().equals(COMPONENT_ARTIFACT);
        }

        /** Whether it is the name of an artifact or a class, which a text may mention without meaning it. */
        boolean isName() {
            return pattern.pattern().contains("camel-") || pattern.pattern().contains("SalesforceComponent");
        }
    }

    static final String KAFKA_CONNECTOR = "\\borg\\.apache\\.camel\\.kafkaconnector\\.[\\w.]*[sS]alesforce\\w*";
    private static final String CREDENTIALS =
            "(?:user[._-]?name|user|password|passwd|refresh[._-]?token|security[._-]?token)";

    private static final List<Form> FORMS = List.of(
            new Form(
                    Pattern.compile(
                            "(?:(?<=-D)|\\b)(?<!apache\\.)camel\\.component\\.salesforce(?![\\w-])(?:[.\\[]([\\w.-]+))?"),
                    found -> option(found.group(1)).isObsolete("") ? Kind.CREDENTIAL : Kind.MOVE,
                    found -> option(found.group(1)).why()),
            new Form(
                    Pattern.compile("\\bCAMEL_COMPONENT_SALESFORCE_(?!CC_)(\\w+)"),
                    found -> option(found.group(1)).isObsolete("") ? Kind.CREDENTIAL : Kind.MOVE,
                    found -> option(found.group(1)).isObsolete("")
                            ? option(found.group(1)).why()
                            : ENVIRONMENT),
            fixed(
                    "(?i)(?:(?<=-D)|\\b)CAMEL[._]KAMELET[._]SALESFORCE[_-](?!CC[_-])[\\w.-]+",
                    Kind.CREDENTIAL,
                    Kamelet.WHY),
            fixed(
                    "(?i)(?<![\\w.-])(?!CAMEL[._]COMPONENT)(?:\\w{1,40}[._-])?(?:salesforce|sfdc|sf)[._-](?!cc[._-])(?:[a-z0-9]{1,20}[._-]){0,4}?"
                            + CREDENTIALS + "(?![\\w-])",
                    Kind.CREDENTIAL,
                    OWN),
            fixed(KAFKA_CONNECTOR, Kind.CREDENTIAL, CONNECTOR),
            fixed("\\bcamel-salesforce[\\w-]*-kafka-connector", Kind.CREDENTIAL, CONNECTOR),
            fixed(
                    "\\bkamelet:(?://)?salesforce-(?!cc-)[\\w-]+|(?<![\\w-])salesforce-(?:source|pubsub-source|create-sink|update-sink|delete-sink|composite-upsert-sink)(?![\\w-])",
                    Kind.CREDENTIAL,
                    Kamelet.WHY),
            fixed(
                    "(?<![\\w/-])salesforce:(?://)?(?:" + Operations.pattern() + ")(?![\\w-])"
                            + "|(?<![\\w/-])salesforce:(?://)?\\.?[*+]"
                            + "|\\b(?:from|to|toD|fromF|toF|enrich|pollEnrich|wireTap)[\\s(]*[\"']salesforce:",
                    Kind.MOVE,
                    "the scheme becomes salesforce-cc:"),
            fixed(
                    "(?<![\\w-])camel-salesforce-maven-plugin\\b",
                    Kind.MOVE,
                    "the plugin takes key and secret from version 4.18.5 on; earlier ones need username and password"),
            fixed("\\bcamel-quarkus-salesforce\\b", Kind.MOVE, "salesforce-cc is not supported on Quarkus"),
            fixed("\\bcamel-salesforce-starter\\b", Kind.MOVE, MavenBuild.STARTERS),
            fixed(COMPONENT_ARTIFACT, Kind.MOVE, ARTIFACT),
            fixed(
                    "\\b(?:addComponent|getComponent|hasComponent|removeComponent|bind|lookupByName)\\s*\\(\\s*[\"']salesforce[\"']",
                    Kind.MOVE,
                    "the component's name becomes salesforce-cc"),
            fixed(
                    "\\bSalesforceComponent\\b(?!\\s*::)",
                    Kind.MOVE,
                    "the component's class becomes " + Property.NEW_CLASS),
            fixed(
                    "https://(?:login|test)\\.salesforce\\.com/?(?=[\"'\\s,;)}]|$)",
                    Kind.MOVE,
                    LoginOption.LOGIN_URL.why()));

    private static final Pattern KAMELETS = Pattern.compile("(?<![\\w-])" + Kamelet.ARTIFACT + "(?![\\w-])");
    private static final Pattern VALUE = Pattern.compile("[\"']?\\s*(?:[=:,]|\\s)\\s*(?:value\\s*=\\s*)?"
            + "(?:\"([^\"]*)\"|'([^']*)'|(\\{\\{[^}]*}}|[^\\s\"',}{][^\\s\"',}]*))");

    private Recognizer() {}

    private static Form fixed(String pattern, Kind kind, String why) {
        return new Form(Pattern.compile(pattern), found -> kind, found -> why);
    }

    private static LoginOption option(@Nullable String rest) {
        return rest == null
                ? LoginOption.OTHER
                : Property.of(Property.PREFIX + "." + rest)
                        .map(Property::option)
                        .orElse(LoginOption.OTHER);
    }

    /** Looks at a part of a text; says whether something was found. */
    static boolean read(Source source, Range range, Places places) {
        return read(source, range, places, FORMS);
    }

    /** Looks at a literal of a program, which may be a text for display. */
    static boolean readLiteral(Source source, Range range, Places places) {
        return read(
                source,
                range,
                places,
                FORMS.stream().filter(form -> !form.isName()).toList());
    }

    private static boolean read(Source source, Range range, Places places, List<Form> forms) {
        boolean any = false;
        Matcher kamelets = KAMELETS.matcher(source.text());
        kamelets.region(range.start(), range.end()).useTransparentBounds(true);
        while (kamelets.find()) {
            places.kamelets(source, kamelets.start());
        }
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(source.text());
            matcher.region(range.start(), range.end()).useTransparentBounds(true);
            while (matcher.find()) {
                boolean own = form.isArtifact() && ProjectNames.isOne(source, matcher.start());
                if (own || places.isChanged(source, new Range(matcher.start(), matcher.end()))) {
                    continue;
                }
                any = true;
                Kind kind = kind(source, form, matcher, places);
                places.look(kind, source, matcher.start(), form.why().apply(matcher));
                if (kind == Kind.CREDENTIAL || LoginOption.isSecretName(matcher.group())) {
                    hideValue(source, new Range(matcher.end(), range.end()), places);
                }
            }
        }
        return any;
    }

    private static Kind kind(Source source, Form form, Matcher found, Places places) {
        String line = source.line(source.lineOf(found.start()));
        boolean ours = option(last(found.group())) == LoginOption.AUTHENTICATION_TYPE
                && LoginOption.isClientCredentials(line.replaceAll("[\\s\"',;}]+$", ""));
        if (ours) {
            places.clientCredentials();
        }
        return ours ? Kind.MOVE : form.kind().apply(found);
    }

    private static String last(String key) {
        return key.substring(Math.max(key.lastIndexOf('.'), key.indexOf("SALESFORCE_") + "SALESFORCE".length()) + 1);
    }

    /** Hides what stands behind the name of an option, in the same line. */
    private static void hideValue(Source source, Range rest, Places places) {
        int line = source.lineOf(Math.min(rest.start(), source.text().length()));
        int end = Math.min(source.endOf(line), rest.end());
        Matcher value = VALUE.matcher(source.text()).region(Math.min(rest.start(), end), end);
        if (value.lookingAt()) {
            int group = value.group(1) != null ? 1 : value.group(2) != null ? 2 : 3;
            if (!LoginOption.isPlaceholder(value.group(group))) {
                places.secret(source, new Range(value.start(group), value.end(group)));
            }
        }
    }
}
