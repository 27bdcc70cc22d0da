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

            *This page is generated. To generate it again, run:
            `src/docs/generate`*

            - An option of the **component** is the property `camel.component.salesforce-cc.<name>` or a setter of
              `SalesforceCcComponent`. In properties, names may be written with dashes: `login-url`.
            - An option of an **endpoint** is a parameter of its URI: `salesforce-cc:query?rawPayload=true`. Most of
              those of operations can be set on the component, too, for all of its endpoints.
            - An option of the **token policy** is the property `camel.component.salesforce-cc.token-policy.<name>` or
              a setter of `SalesforceCcComponent.getTokenPolicy()`.

            A *secret* is masked by Camel; keep it out of files. Durations without a unit are milliseconds.

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
