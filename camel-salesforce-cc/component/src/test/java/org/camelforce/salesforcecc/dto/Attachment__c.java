package org.camelforce.salesforcecc.dto;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;

/** A record with a blob, in the form that upstream uploads as multipart: a field that ends in Binary. */
public class Attachment__c extends AbstractSObjectBase {

    private String File;

    @JsonIgnore
    private InputStream FileBinary;

    @JsonProperty("File")
    public String getFile() {
        return File;
    }

    @JsonProperty("File")
    public void setFile(String file) {
        this.File = file;
    }

    @JsonIgnore
    public InputStream getFileBinary() {
        return FileBinary;
    }

    @JsonIgnore
    public void setFileBinary(InputStream fileBinary) {
        this.FileBinary = fileBinary;
    }
}
