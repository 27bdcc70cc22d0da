package org.camelforce.salesforcecc.simulator.internal.soql;

import org.antlr.v4.runtime.Token;

/**
 * A place in the text of a query.
 *
 * @param row line, from 1
 * @param column character in the line, from 1
 */
public record Position(int row, int column) {

    static Position of(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }
}
