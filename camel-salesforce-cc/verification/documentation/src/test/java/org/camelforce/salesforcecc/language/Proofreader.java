package org.camelforce.salesforcecc.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.languagetool.ResultCache;
import org.languagetool.UserConfig;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.patterns.AbstractPatternRule;
import org.languagetool.rules.patterns.PatternRuleLoader;
import org.languagetool.rules.spelling.SpellingCheckRule;

/** Reads prose with the rules of LanguageTool and of this project. */
final class Proofreader {

    static final String WORDS = "/language/words.txt";

    private static final String STYLE = "/language/style.xml";
    private static final Language ENGLISH = Languages.getLanguageForShortCode("en-US");

    private final JLanguageTool tool;

    Proofreader() throws IOException {
        tool = new JLanguageTool(ENGLISH, List.of(), null, new ResultCache(20_000), null, new UserConfig());
        WordList.of("/language/rules-off.txt").keys().forEach(tool::disableRule);
        style().forEach(tool::addRule);
        tool.addRule(new LongSentenceRule());
        List<String> words = WordList.of(WORDS).keys();
        for (Rule rule : tool.getAllActiveRules()) {
            if (rule instanceof SpellingCheckRule speller) {
                speller.addIgnoreTokens(words);
            }
        }
    }

    static List<AbstractPatternRule> style() throws IOException {
        try (InputStream in = Objects.requireNonNull(Proofreader.class.getResourceAsStream(STYLE), STYLE)) {
            return new PatternRuleLoader().getRules(in, STYLE, ENGLISH);
        }
    }

    List<Finding> read(Prose prose) {
        List<Finding> findings = new ArrayList<>();
        try {
            for (RuleMatch match : tool.check(prose.text())) {
                if (!isAboutCode(match, prose)) {
                    findings.add(new Finding(
                            prose.place(match.getFromPos()),
                            match.getRule().getId(),
                            prose.text().substring(match.getFromPos(), match.getToPos()),
                            match.getSentence().getText().strip(),
                            match.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    /** Code is no word: nothing is said about it, nor about the article before it. A sentence may contain it. */
    private static boolean isAboutCode(RuleMatch match, Prose prose) {
        boolean isArticle = match.getRule().getId().equals("EN_A_VS_AN");
        boolean isOurs = match.getRule() instanceof LongSentenceRule
                || match.getRule().getCategory().getId().toString().equals("HOUSE_STYLE");
        return !isOurs && prose.hasCode(match.getFromPos(), match.getToPos() + (isArticle ? 2 : 0));
    }
}
