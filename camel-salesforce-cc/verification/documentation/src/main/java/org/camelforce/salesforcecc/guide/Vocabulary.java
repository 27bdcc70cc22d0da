package org.camelforce.salesforcecc.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words that the glossary has replaced. */
final class Vocabulary {

    private static final Map<Pattern, String> BANNED = banned();
    private static final List<BannedName> BANNED_NAMES = bannedNames();

    private Vocabulary() {}

    /**
     * @param name what the text is called, for example a file
     * @param text the text
     * @return each banned word, with name, line and the word to use
     */
    static List<String> of(String name, String text) {
        List<String> found = new ArrayList<>();
        BANNED.forEach((pattern, instead) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                long line = text.substring(0, matcher.start()).lines().count();
                boolean begins = matcher.start() == 0 || text.charAt(matcher.start() - 1) == '\n';
                found.add(name + ":" + Math.max(1, begins ? line + 1 : line) + ": "
                        + matcher.group().replaceAll("\\s+", " ") + ". Write: " + instead);
            }
        });
        return found;
    }

    /**
     * @param file where the name is declared, relative to the root of the repository
     * @param words the words of a name in Java, with spaces between them
     * @return each banned word, with the word to use
     */
    static List<String> ofName(String file, String words) {
        List<String> found = new ArrayList<>();
        BANNED.forEach((pattern, instead) -> {
            if (pattern.matcher(words).find()) {
                found.add(words + ". Write: " + instead);
            }
        });
        BANNED_NAMES.stream()
                .filter(banned -> banned.words().matcher(words).find()
                        && !banned.right().matcher(file).find())
                .forEach(banned -> found.add(words + ". Write: " + banned.instead()));
        return found;
    }

    /**
     * @param words the private word or the metaphor
     * @param right the files in which it is the right word, by their paths
     * @param instead the word to use
     */
    private record BannedName(Pattern words, Pattern right, String instead) {}

    private static List<BannedName> bannedNames() {
        return List.of(
                banName("intakes?", "delivery window"),
                banName("sound|soundness", "steady, connected"),
                banName("seams?", "the name of what is connected"),
                banName("refusals?", "denied, rejected, throttled"),
                // what the component refuses itself: options and requests
                banNameBut(
                        "(?<!request )refus(e|es|ed|ing)",
                        "/salesforcecc/([A-Za-z]+Options|SalesforceCcVerifierExtension)\\.java",
                        "denied, rejected, throttled"),
                // elsewhere it is what SubscriptionProgress says
                banNameBut(
                        "progress",
                        "^(?!.*/internal/subscription/)|/StatusReport\\.java",
                        "position tracking, or what has happened"),
                banName("hear|hears|hearing|heard", "listen"),
                banName("goodbye", "disconnect"),
                banName("signs|(last|since) sign", "event or keep-alive, activity"),
                banName("loans?|lend", "substitution"),
                banName("(?<!at )(most|least)|greatest", "max, min"));
    }

    private static BannedName banName(String words, String instead) {
        return banNameBut(words, "(?!)", instead);
    }

    private static BannedName banNameBut(String words, String right, String instead) {
        return new BannedName(Pattern.compile("\\b(" + words + ")\\b"), Pattern.compile(right), instead);
    }

    private static Map<Pattern, String> banned() {
        Map<Pattern, String> banned = new LinkedHashMap<>();
        ban(banned, "paces?|paced|pacing", "backoff, throttled");
        ban(banned, "turn(s|ed|ing)?\\s+away|turned\\.away", "throttled");
        ban(banned, "in\\s+hand|in\\s+the\\s+hands\\s+of", "in flight, already claimed by");
        ban(banned, "hand[s.-]?\\s*over|hand\\.over", "takeover");
        ban(banned, "settl(e|es|ed|ing)", "rotation grace period");
        ban(banned, "signs?\\s+of\\s+life", "event or keep-alive");
        ban(banned, "anew", "again");
        ban(banned, "back-off", "backoff");
        ban(banned, "renewals\\s+ahead|renewals\\.ahead", "proactive renewals");
        ban(banned, "refus(e|es|ed|ing)\\s+((the|a|an|all|every|first|next)\\s+){0,2}(logins?)", "denied");
        ban(banned, "logins?\\s+(that\\s+)?(is|are|was|were|has\\s+been|have\\s+been|will\\s+be)\\s+refused", "denied");
        ban(banned, "refus(e|es|ed|ing)\\s+((the|a|an|all|every)\\s+)?(access\\s+)?tokens?", "rejected");
        ban(
                banned,
                "tokens?\\s+(that\\s+)?(is|are|was|were|has\\s+been|have\\s+been|will\\s+be)\\s+refused",
                "rejected");
        ban(banned, "subscriptions?\\s+(that\\s+)?(is|are|was|were|has\\s+been|have\\s+been)\\s+refused", "failed");
        ban(banned, "(login|subscription)\\.refused|TOKEN_REFUSED|token_refused", "denied, rejected, failed");
        return banned;
    }

    private static void ban(Map<Pattern, String> banned, String words, String instead) {
        banned.put(Pattern.compile("(?<![\\w-])(" + words + ")(?![\\w-])", Pattern.CASE_INSENSITIVE), instead);
    }
}
