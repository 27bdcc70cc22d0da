package org.camelforce.salesforcecc.internal.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.jetbrains.kotlin.cli.common.messages.MessageCollector;
import org.jetbrains.kotlin.cli.jvm.compiler.EnvironmentConfigFiles;
import org.jetbrains.kotlin.cli.jvm.compiler.KotlinCoreEnvironment;
import org.jetbrains.kotlin.com.intellij.openapi.Disposable;
import org.jetbrains.kotlin.com.intellij.openapi.util.Disposer;
import org.jetbrains.kotlin.com.intellij.psi.PsiErrorElement;
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil;
import org.jetbrains.kotlin.config.CommonConfigurationKeys;
import org.jetbrains.kotlin.config.CompilerConfiguration;
import org.jetbrains.kotlin.psi.KtFile;
import org.jetbrains.kotlin.psi.KtPsiFactory;

/** Parses source code with the compiler of its language. */
final class SourceSyntax {

    private SourceSyntax() {}

    /** What Kotlin's compiler cannot parse in a source file or a script; empty if it can parse all. */
    static List<String> kotlinErrors(Path file) throws IOException {
        String text = Files.readString(file);
        Disposable end = Disposer.newDisposable();
        try {
            CompilerConfiguration settings = new CompilerConfiguration();
            settings.put(CommonConfigurationKeys.MESSAGE_COLLECTOR_KEY, MessageCollector.Companion.getNONE());
            KotlinCoreEnvironment environment =
                    KotlinCoreEnvironment.createForProduction(end, settings, EnvironmentConfigFiles.JVM_CONFIG_FILES);
            KtFile parsed = new KtPsiFactory(environment.getProject(), false)
                    .createFile(file.getFileName().toString(), text);
            Collection<PsiErrorElement> errors = PsiTreeUtil.collectElementsOfType(parsed, PsiErrorElement.class);
            return errors.stream()
                    .map(error -> file + ": " + error.getErrorDescription() + " at " + error.getTextOffset())
                    .toList();
        } finally {
            Disposer.dispose(end);
        }
    }

    /** What Groovy's compiler cannot parse, which is the language of Gradle's scripts and of Jenkinsfiles, too. */
    static List<String> groovyErrors(Path file) throws IOException {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource(file.getFileName().toString(), Files.readString(file));
        try {
            unit.compile(Phases.CONVERSION);
            return List.of();
        } catch (CompilationFailedException e) {
            return List.of(file + ": " + e.getMessage());
        }
    }
}
