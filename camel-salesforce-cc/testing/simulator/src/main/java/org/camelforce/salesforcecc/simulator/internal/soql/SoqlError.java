package org.camelforce.salesforcecc.simulator.internal.soql;

import org.antlr.v4.runtime.ParserRuleContext;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Errors that show the place in the query, laid out as Salesforce lays them out. */
final class SoqlError {

    private static final int CONTEXT = 40;

    private SoqlError() {}

    static ApiException malformed(String text, Position at, String message) {
        return at(text, at, "MALFORMED_QUERY", message);
    }

    static ApiException unsupported(String text, ParserRuleContext part, String what) {
        return malformed(text, Position.of(part.getStart()), "the simulator does not support " + what);
    }

    static ApiException at(String text, Position at, String errorCode, String message) {
        String line = text.lines().skip(at.row() - 1L).findFirst().orElse("");
        int column = Math.min(at.column() - 1, line.length());
        int from = Math.max(0, column - CONTEXT);
        String context = line.substring(from, Math.min(line.length(), column + CONTEXT));
        return new ApiException(
                400,
                errorCode,
                "\n" + context + "\n" + " ".repeat(column - from) + "^\nERROR at Row:" + at.row() + ":Column:"
                        + at.column() + "\n" + message);
    }
}
