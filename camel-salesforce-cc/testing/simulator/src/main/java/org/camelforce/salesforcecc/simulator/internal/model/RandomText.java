package org.camelforce.salesforcecc.simulator.internal.model;

import java.util.random.RandomGenerator;

/** Text of random characters. */
public final class RandomText {

    private RandomText() {}

    /**
     * @param random where the characters come from
     * @param alphabet the characters to choose from
     * @param length how many
     * @return the text
     */
    public static String draw(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
