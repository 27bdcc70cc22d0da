package org.camelforce.salesforcecc.springboot.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link WrongStarterException} as Spring Boot shows what it knows the remedy for: without a stack trace. */
final class WrongStarterAnalyzer extends AbstractFailureAnalyzer<WrongStarterException> {

    WrongStarterAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongStarterException cause) {
        return new FailureAnalysis(cause.getProblem() + ".", cause.getRemedy(), cause);
    }
}
