package org.camelforce.salesforcecc.springboot.internal;

/** The starter is not for the application's Spring Boot or Camel. */
public final class WrongStarterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    WrongStarterException(String problem, String remedy) {
        super(problem + ". " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** @return what is wrong, without the remedy */
    public String getProblem() {
        return problem;
    }

    /** @return what to do about it */
    public String getRemedy() {
        return remedy;
    }
}
