package org.camelforce.salesforcecc.simulator.internal.soql;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Reads SOQL (SOQL and SOSL Reference). What clients of the REST API may not ask, such as {@code ALL ROWS} and
 * {@code WITH SECURITY_ENFORCED}, is refused by name. Safe for use by several threads.
 */
public final class Soql {

    private static final int DEEPEST_NESTING = 500;
    // Salesforce Developer Limits Quick Reference, "SOQL and SOSL Limits", which gives both statements the same.
    private static final int LONGEST = 100_000;

    private Soql() {}

    /**
     * @param text a query
     * @return what it asks
     * @throws ApiException 400 MALFORMED_QUERY, with the place, if it is not SOQL or is not understood here, and
     *     without a place if it has more than 100,000 characters; 400 QUERY_TOO_COMPLICATED if it has more than 500
     *     open parentheses and negations
     */
    public static SoqlQuery parse(String text) {
        requireShort(text, "SOQL", "MALFORMED_QUERY");
        return new QueryReader(text).read(parser(text, text).query().select());
    }

    /** Refuses what is longer than a statement may be, before it is read. */
    static void requireShort(String text, String language, String errorCode) {
        if (text.length() > LONGEST) {
            throw new ApiException(
                    400, errorCode, language + " statements can not be longer than " + LONGEST + " characters");
        }
    }

    /**
     * Answers what reads a text, and fails with MALFORMED_QUERY where it cannot.
     *
     * @param shown the text that errors show, which has the same places
     */
    static SoqlParser parser(String text, String shown) {
        SoqlLexer lexer = new SoqlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        requireShallowNesting(tokens);
        SoqlParser parser = new SoqlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrorListener(shown));
        return parser;
    }

    /**
     * @param query a query
     * @param id a record id in either form
     * @return the query for that record alone; its text may be run in place of the other one's
     * @throws IllegalArgumentException if the id has neither form
     */
    public static SoqlQuery restrictedToId(SoqlQuery query, String id) {
        String one = "Id = '" + SalesforceId.to18(id) + "'";
        String text = query.text();
        String before = text.substring(0, query.whereText().from());
        String after = text.substring(query.whereText().until());
        String condition =
                text.substring(query.whereText().from(), query.whereText().until());
        return parse(
                query.where() == null
                        ? before + " WHERE " + one + after
                        : before + "(" + condition + ") AND " + one + after);
    }

    private static void requireShallowNesting(CommonTokenStream tokens) {
        tokens.fill();
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            switch (token.getType()) {
                case SoqlLexer.LPAREN, SoqlLexer.NOT -> depth++;
                case SoqlLexer.RPAREN -> depth--;
                default -> {}
            }
            if (depth > DEEPEST_NESTING) {
                throw new ApiException(
                        400,
                        "QUERY_TOO_COMPLICATED",
                        "Query is either selecting too many fields or the filter conditions are too complicated.");
            }
        }
    }

    private static final class SyntaxErrorListener extends BaseErrorListener {

        private final String text;

        SyntaxErrorListener(String text) {
            this.text = text;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offending,
                int line,
                int charPositionInLine,
                String message,
                @Nullable RecognitionException cause) {
            String token = offending instanceof Token found ? found.getText() : "";
            throw SoqlError.malformed(
                    text, new Position(line, charPositionInLine + 1), "unexpected token: '" + token + "'");
        }
    }
}
