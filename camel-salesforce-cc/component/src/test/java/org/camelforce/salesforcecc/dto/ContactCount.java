package org.camelforce.salesforcecc.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;
import org.apache.camel.component.salesforce.api.dto.Attributes;

/** A row of a query that counts contacts by their account. */
public class ContactCount extends AbstractDTOBase {

    private Attributes attributes;
    private String Name;
    private Integer expr0;
    private String last;

    public Attributes getAttributes() {
        return attributes;
    }

    public void setAttributes(Attributes attributes) {
        this.attributes = attributes;
    }

    @JsonProperty("Name")
    public String getName() {
        return Name;
    }

    @JsonProperty("Name")
    public void setName(String name) {
        this.Name = name;
    }

    public Integer getExpr0() {
        return expr0;
    }

    public void setExpr0(Integer count) {
        this.expr0 = count;
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }
}
