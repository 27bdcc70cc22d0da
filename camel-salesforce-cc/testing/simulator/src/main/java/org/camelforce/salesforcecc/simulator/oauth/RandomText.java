package org.camelforce.salesforcecc.simulator.oauth;

import java.util.random.RandomGenerator;

/** Text of random characters. */
final class RandomText {

    private RandomText() {}

    static String draw(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
