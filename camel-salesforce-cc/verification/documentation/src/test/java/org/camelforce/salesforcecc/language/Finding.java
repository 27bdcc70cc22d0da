package org.camelforce.salesforcecc.language;

/**
 * What a rule objects to.
 *
 * @param place file and line, or the name of an option
 * @param rule the id of the rule
 * @param words what it objects to
 * @param sentence in which the words are
 * @param advice what to do
 */
record Finding(String place, String rule, String words, String sentence, String advice) {

    @Override
    public String toString() {
        return place + ": " + rule + ": \"" + words + "\": " + advice + "\n    " + sentence;
    }
}
