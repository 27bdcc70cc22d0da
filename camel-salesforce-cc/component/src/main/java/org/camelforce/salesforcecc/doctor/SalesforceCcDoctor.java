package org.camelforce.salesforcecc.doctor;

import java.util.Collection;

/**
 * Examines whether a component's options are all that an integration needs, by the requests that the component sends:
 * each check says what it saw and, if something is wrong, which option or setup page and field to change. It logs in
 * once with each pair that may work, and a second time only after a passing fault of Salesforce's; it changes nothing
 * in the org and revokes nothing.
 *
 * <p>Not for use by several threads while it is being set up; examinations may be made by several threads at once. Each
 * opens its own connections and threads and closes them before it returns.
 */
public interface SalesforceCcDoctor {

    /**
     * @param checks what the integration does not use: {@link CheckName#INTROSPECTION}, {@link CheckName#STREAMING} or
     *     {@link CheckName#PUB_SUB}; default none
     * @throws IllegalArgumentException if it is another check, without which nothing works
     */
    void setLeftOut(Collection<CheckName> checks);

    /**
     * Makes all checks, one after the other. Blocks for as long as the answers take.
     *
     * @return what was found
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    DoctorReport examine() throws InterruptedException;
}
