package org.camelforce.salesforcecc.simulator.contract;

/**
 * A place where two answers differ.
 *
 * @param pointer JSON pointer of the place
 * @param expected what is there in the documentation or in the recording
 * @param actual what was answered
 */
record Difference(String pointer, String expected, String actual) {

    @Override
    public String toString() {
        return pointer + ": expected " + expected + ", answered " + actual;
    }
}
