package org.camelforce.salesforcecc.internal.migration;

import java.util.List;

/** What a scan found. */
public final class MigrationReport {

    private final List<MigrationFinding> findings;
    private final List<String> unread;
    private final int passedOver;
    private final List<FileChange> changes;

    MigrationReport(List<MigrationFinding> findings, List<String> unread, int passedOver, List<FileChange> changes) {
        this.findings = List.copyOf(findings);
        this.unread = List.copyOf(unread);
        this.passedOver = passedOver;
        this.changes = List.copyOf(changes);
    }

    /** {@return the places that have to change, by file and line} */
    public List<MigrationFinding> findings() {
        return findings;
    }

    /** {@return files that mention Salesforce and were not read, each with the reason} */
    public List<String> unread() {
        return unread;
    }

    /**
     * {@return how many places only belong to the component, in a project that logs in with the client credentials flow
     * already; they are findings if all are asked for}
     */
    public int passedOver() {
        return passedOver;
    }

    List<FileChange> changes() {
        return changes;
    }
}
