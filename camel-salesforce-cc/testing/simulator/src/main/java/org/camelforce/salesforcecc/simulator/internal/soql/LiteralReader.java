package org.camelforce.salesforcecc.simulator.internal.soql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;

/** Reads the values of a WHERE clause. */
final class LiteralReader {

    private static final int MAX_DIGITS = 400;
    private static final int MAX_COUNT = 100_000;

    private final String text;

    LiteralReader(String text) {
        this.text = text;
    }

    Literal read(SoqlParser.ValueContext value) {
        Token token = value.getStart();
        try {
            return switch (token.getType()) {
                case SoqlParser.STRING -> string(token);
                case SoqlParser.NUMBER -> new Literal.Numeric(number(token.getText()));
                case SoqlParser.DATE -> new Literal.Day(LocalDate.parse(token.getText()));
                case SoqlParser.DATETIME ->
                    new Literal.Moment(DateTimes.read(token.getText().toUpperCase(Locale.ROOT))
                            .toInstant(ZoneOffset.UTC));
                case SoqlParser.TRUE -> new Literal.Bool(true);
                case SoqlParser.FALSE -> new Literal.Bool(false);
                case SoqlParser.NULL -> new Literal.Null();
                default -> relative(value.dateLiteral());
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw SoqlError.malformed(text, Position.of(token), "invalid value: " + token.getText());
        }
    }

    /** Refuses numbers that need more digits than any field has, because they could not be written out. */
    private static BigDecimal number(String digits) {
        BigDecimal number = new BigDecimal(digits);
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new NumberFormatException(digits);
        }
        return number;
    }

    private Literal relative(SoqlParser.DateLiteralContext literal) {
        String name = literal.IDENTIFIER().getText().toUpperCase(Locale.ROOT);
        for (DateLiteral unit : DateLiteral.values()) {
            if (unit.name().equals(name) && unit.counted() == (literal.NUMBER() != null)) {
                return new Literal.Relative(
                        unit, unit.counted() ? count(literal.NUMBER().getText()) : 0);
            }
        }
        throw SoqlError.malformed(
                text, Position.of(literal.getStart()), "unexpected token: '" + literal.getText() + "'");
    }

    private static int count(String number) {
        int count = Integer.parseInt(number);
        if (count < 0 || count > MAX_COUNT) {
            throw new NumberFormatException(number);
        }
        return count;
    }

    private Literal string(Token token) {
        String body = token.getText().substring(1, token.getText().length() - 1);
        StringBuilder value = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\\') {
                value.append(c);
                pattern.append(c);
                continue;
            }
            char escaped = body.charAt(++i);
            String plain;
            if (escaped == 'u' || escaped == 'U') {
                plain = unicode(token, body, i + 1);
                i += 4;
            } else {
                plain = Character.toString(control(token, escaped));
            }
            value.append(plain);
            boolean literal = plain.equals("\\") || plain.equals("%") || plain.equals("_");
            pattern.append(literal ? "\\" + plain : plain);
        }
        return new Literal.Text(value.toString(), pattern.toString());
    }

    private char control(Token token, char escaped) {
        return switch (escaped) {
            case 'n', 'N' -> '\n';
            case 'r', 'R' -> '\r';
            case 't', 'T' -> '\t';
            case 'b', 'B' -> '\b';
            case 'f', 'F' -> '\f';
            case '\'', '"', '\\', '%', '_' -> escaped;
            default -> throw illegal(token, "\\" + escaped);
        };
    }

    private String unicode(Token token, String body, int from) {
        String digits = body.substring(from, Math.min(body.length(), from + 4));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw illegal(token, "\\u" + digits);
        }
        return Character.toString((char) Integer.parseInt(digits, 16));
    }

    private RuntimeException illegal(Token token, String sequence) {
        return SoqlError.malformed(
                text, Position.of(token), "Illegal character sequence '" + sequence + "' in string literal");
    }
}
