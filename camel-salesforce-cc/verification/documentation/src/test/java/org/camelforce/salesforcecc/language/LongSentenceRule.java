package org.camelforce.salesforcecc.language;

import java.util.regex.Pattern;
import org.languagetool.AnalyzedSentence;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;

/** Finds sentences with too many words, or with too many parts that an "and" joins. */
final class LongSentenceRule extends Rule {

    private static final int MAX_WORDS = 30;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");
    /** A way through menus counts as one word. */
    private static final Pattern MENUS = Pattern.compile(" > .* > ");

    /** A list of names in code, too. */
    private static final Pattern NAMES = Pattern.compile("Code(?:, Code){3,}");

    /** Two clauses that each follow a clause. The last item of a list follows an item, which is short. */
    private static final Pattern CHAIN = Pattern.compile("(?:(?:[^\\s,]+ ){5,}[^\\s,]+, and .*){2}", Pattern.DOTALL);

    @Override
    public String getId() {
        return "LONG_SENTENCE";
    }

    @Override
    public String getDescription() {
        return "Long sentence";
    }

    @Override
    public RuleMatch[] match(AnalyzedSentence sentence) {
        String text = sentence.getText().strip();
        String counted = NAMES.matcher(MENUS.matcher(text).replaceAll(" > ")).replaceAll("Code");
        long words = WORD.matcher(counted).results().count();
        if (words > MAX_WORDS) {
            return found(sentence, text, words + " words; not more than " + MAX_WORDS);
        }
        return CHAIN.matcher(text).find() ? found(sentence, text, "two parts with \", and\"") : RuleMatch.EMPTY_ARRAY;
    }

    private RuleMatch[] found(AnalyzedSentence sentence, String text, String message) {
        int start = sentence.getText().indexOf(text);
        return new RuleMatch[] {new RuleMatch(this, sentence, start, start + text.length(), message)};
    }
}
