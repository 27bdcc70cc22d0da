package org.camelforce.salesforcecc.migration;

import java.util.regex.Pattern;

/** Recognises lines with a secret of any kind, which a patch must not repeat. */
final class SecretLines {

    private static final String NAME =
            "(?i:password|passwd|passphrase|secret|token|credential|api-?_?key|private-?_?key)";
    private static final String NO_PLACEHOLDER = "(?!\\$[{(\\w]|\\{\\{|#\\{|#\\w|%\\w|\\*\\*\\*)";
    private static final Pattern ASSIGNED =
            Pattern.compile(NAME + "[\\w.-]*[\"']?\\s*[=:]\\s*[\"']?" + NO_PLACEHOLDER + "[^\\s\"',;(){}\\[\\]]{3,}");
    private static final Pattern QUOTED =
            Pattern.compile(NAME + "[\\w.-]*[\"']?\\s*[=:(,]\\s*[\"']" + NO_PLACEHOLDER + "[^\"'\\s]{3,}[\"']");
    private static final Pattern ELEMENT =
            Pattern.compile(NAME + "[\\w.-]*(?:[\"']\\s+value\\s*=\\s*[\"']|>)" + NO_PLACEHOLDER + "[^<\"'\\s]{3,}");

    private SecretLines() {}

    /** Whether a line of a file has the value of a secret, as far as can be told. */
    static boolean has(String path, String line) {
        boolean code = path.matches(".*\\.(java|kt|kts|groovy|scala|gradle)");
        return QUOTED.matcher(line).find()
                || ELEMENT.matcher(line).find()
                || !code && ASSIGNED.matcher(line).find();
    }
}
