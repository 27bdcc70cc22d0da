package org.camelforce.salesforcecc.language;

import java.io.IOException;
import java.util.List;

/**
 * A finding that is right as it is.
 *
 * @param rule its id
 * @param words of the sentence
 * @param reason why it is right
 */
record Accepted(String rule, String words, String reason) {

    static List<Accepted> all() throws IOException {
        return WordList.of("/language/accepted.txt").lines().stream()
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> new Accepted(parts[0], parts[1], parts[2]))
                .toList();
    }

    boolean covers(Finding finding) {
        return rule.equals(finding.rule()) && finding.sentence().contains(words);
    }
}
