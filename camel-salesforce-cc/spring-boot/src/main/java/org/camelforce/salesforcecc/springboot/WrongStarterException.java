package org.camelforce.salesforcecc.springboot;

/** The starter is for another Spring Boot than the application's. */
public final class WrongStarterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    WrongStarterException(String message, String remedy) {
        super(message + ". " + remedy);
        this.remedy = remedy;
    }

    /** @return what to do about it */
    public String getRemedy() {
        return remedy;
    }
}
