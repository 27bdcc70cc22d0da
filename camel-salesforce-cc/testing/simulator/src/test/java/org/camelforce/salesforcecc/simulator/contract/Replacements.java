package org.camelforce.salesforcecc.simulator.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;

/** Replaces in a text what belongs to one org only: ids, tokens, dates and names. */
final class Replacements {

    private static final Pattern TOKEN = Pattern.compile("00D[0-9A-Za-z]{12,15}![0-9A-Za-z._]+");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern HOST =
            Pattern.compile("https?://[^/\\s\"'<>]*(?:salesforce|force|site|cloudforce)\\.com(?::\\d+)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?(Z|\\+0000)");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
    private static final Pattern HTTP_DATE =
            Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT");
    private static final Pattern WORD =
            Pattern.compile("(?<![0-9A-Za-z_])[0-9A-Za-z]{15}(?:[0-9A-Z]{3})?(?![0-9A-Za-z_])");
    private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z]{0,2}\\d.*");

    private final List<Known> anywhere = new ArrayList<>();
    private final List<Known> whole = new ArrayList<>();

    /** Replaces a value wherever it stands. */
    Replacements anywhere(String placeholder, String value) {
        if (!value.isEmpty()) {
            anywhere.add(new Known(placeholder, value));
            anywhere.sort(Comparator.comparing((Known known) -> -known.value().length()));
        }
        return this;
    }

    /** Replaces a value that is all of a text. */
    Replacements whole(String placeholder, String value) {
        if (!value.isEmpty()) {
            whole.add(new Known(placeholder, value));
        }
        return this;
    }

    String in(String text) {
        String replaced = text;
        for (Known known : whole) {
            replaced = replaced.equals(known.value()) ? known.placeholder() : replaced;
        }
        for (Known known : anywhere) {
            replaced = replaced.replace(known.value(), known.placeholder());
        }
        replaced = TOKEN.matcher(replaced).replaceAll("<token>");
        replaced = JWT.matcher(replaced).replaceAll("<token>");
        replaced = EMAIL.matcher(replaced).replaceAll("<email>");
        replaced = HOST.matcher(replaced).replaceAll("<instance>");
        replaced = UUID.matcher(replaced).replaceAll("<uuid>");
        replaced = DATE_TIME.matcher(replaced).replaceAll(Replacements::dateTime);
        replaced = HTTP_DATE.matcher(replaced).replaceAll("<http-date>");
        replaced = DATE.matcher(replaced).replaceAll("<date>");
        return WORD.matcher(replaced).replaceAll(Replacements::id);
    }

    /** Whether a text still holds what {@link #in} replaces. */
    boolean leavesSomethingIn(String text) {
        return !in(text).equals(text);
    }

    private static String dateTime(MatchResult found) {
        return found.group(1).equals("Z") ? "<date-time-z>" : "<date-time>";
    }

    private static String id(MatchResult found) {
        String word = found.group();
        boolean id = word.length() == 18
                ? SalesforceId.to18(word.substring(0, 15)).equals(word)
                : PREFIX.matcher(word).matches();
        return id ? "<id>" : word;
    }

    private record Known(String placeholder, String value) {}
}
