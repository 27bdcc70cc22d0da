package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSyntaxIT {

    @TempDir
    private Path temporary;

    @Test
    void kotlinErrorsWhenAParenthesisIsMissingThenOne() throws Exception {
        assertThat(SourceSyntax.kotlinErrors(file("Routes.kt", "fun a() { from(\"salesforce-cc:query\" }")))
                .isNotEmpty();
        assertThat(SourceSyntax.kotlinErrors(file("Routes.kt", "fun a() { from(\"salesforce-cc:query\") }")))
                .isEmpty();
    }

    @Test
    void kotlinErrorsWhenAScriptIsCutThenOne() throws Exception {
        assertThat(SourceSyntax.kotlinErrors(file("build.gradle.kts", "dependencies { implementation(libs.a) ")))
                .isNotEmpty();
        assertThat(SourceSyntax.kotlinErrors(file("build.gradle.kts", "dependencies { implementation(libs.a) }")))
                .isEmpty();
    }

    @Test
    void groovyErrorsWhenAQuoteIsMissingThenOne() throws Exception {
        assertThat(SourceSyntax.groovyErrors(file("a.groovy", "from('salesforce-cc:query).to('log:a')")))
                .isNotEmpty();
        assertThat(SourceSyntax.groovyErrors(file("a.groovy", "from('salesforce-cc:query').to('log:a')")))
                .isEmpty();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(temporary.resolve(name), text);
    }
}
