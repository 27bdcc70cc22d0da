package org.camelforce.salesforcecc.reference;

/**
 * A line of the reference.
 *
 * @param name as it is set
 * @param type what it takes
 * @param defaultValue what holds if it is not set, or an empty string
 * @param secret whether its value is a secret
 * @param description what it does
 */
record Option(String name, String type, String defaultValue, boolean secret, String description) {

    String row() {
        return "| `" + name + "` | " + type + " | " + (defaultValue.isEmpty() ? "" : "`" + defaultValue + "`") + " | "
                + (secret ? "yes" : "") + " | "
                + description.strip().replace("|", "\\|").replaceAll("\\s+", " ")
                + " |\n";
    }
}
