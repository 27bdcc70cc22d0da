package org.camelforce.salesforcecc.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page {@code src/docs/options.md}, made of the component's schema. */
public final class OptionsReference {

    private static final String INTRODUCTION =
            """
            # Options

            *This page is generated. To generate it again, run `src/docs/generate`.*

            This page lists every option, for developers who configure the component, its endpoints, and its token policy.

            | option of | in properties or a URI | in Java |
            |---|---|---|
            | the component | `camel.component.salesforce-cc.<name>` | a setter of `SalesforceCcComponent` |
            | an endpoint | a parameter of the URI: `salesforce-cc:query?rawPayload=true` | the same |
            | the token policy | `camel.component.salesforce-cc.token-policy.<name>` | a setter of `SalesforceCcComponent.getTokenPolicy()` |

            - In properties, you can write names with dashes: `login-url`.
            - You can set most endpoint options of operations on the component, too. They then apply to all of its endpoints.
            - Camel masks the values of *secret* options. Keep them out of files.
            - Durations without a unit are milliseconds.

            """;

    private OptionsReference() {}

    /**
     * Writes the page.
     *
     * @param arguments the folder of the component's module, and the file to write
     * @throws IOException if the sources cannot be read or the file cannot be written
     * @throws ReflectiveOperationException if the token policy lacks a getter
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        Files.writeString(file, markdown(Path.of(arguments[0])));
    }

    /**
     * @param component the folder of the component's module
     * @return the page
     * @throws IOException if the sources cannot be read
     * @throws ReflectiveOperationException if the token policy lacks a getter
     */
    public static String markdown(Path component) throws IOException, ReflectiveOperationException {
        SchemaOptions schema = SchemaOptions.ofTheClassPath();
        return INTRODUCTION
                + table("The component's own options", schema.own(SchemaOptions.OF_COMPONENT))
                + "\n"
                + table(
                        "Options that the component has from `salesforce`",
                        schema.inherited(SchemaOptions.OF_COMPONENT))
                + "\n"
                + table("The endpoints' own options", schema.own(SchemaOptions.OF_ENDPOINT))
                + "\n"
                + table(
                        "Options that the endpoints have from `salesforce`",
                        schema.inherited(SchemaOptions.OF_ENDPOINT))
                + "\n"
                + table(
                        "The token policy",
                        TokenPolicyOptions.ofSourcesIn(component).all());
    }

    private static String table(String title, List<Option> options) {
        StringBuilder table = new StringBuilder(
                "## " + title + "\n\n| name | type | default | secret | description |\n|---|---|---|---|---|\n");
        options.forEach(option -> table.append(option.row()));
        return table.toString();
    }
}
