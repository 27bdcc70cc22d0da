package org.camelforce.salesforcecc.dto;

import java.util.List;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;

/** What a query that counts contacts by their account answers. */
public class QueryRecordsContactCount extends AbstractDTOBase {

    private boolean done;
    private int totalSize;
    private List<ContactCount> records;

    public boolean isDone() {
        return done;
    }

    public void setDone(boolean done) {
        this.done = done;
    }

    public int getTotalSize() {
        return totalSize;
    }

    public void setTotalSize(int totalSize) {
        this.totalSize = totalSize;
    }

    public List<ContactCount> getRecords() {
        return records;
    }

    public void setRecords(List<ContactCount> records) {
        this.records = records;
    }
}
