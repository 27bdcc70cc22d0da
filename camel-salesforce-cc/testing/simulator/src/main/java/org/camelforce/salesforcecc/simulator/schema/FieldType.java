package org.camelforce.salesforcecc.simulator.schema;

/** The data types of fields, named as describe results name them (REST API Developer Guide, "sObject Describe"). */
public enum FieldType {
    /** A record's own id. */
    ID("id", "tns:ID"),
    /** A line of text; also auto-numbers. */
    STRING("string", "xsd:string"),
    /** Text of several lines; beyond 255 characters it is a long text area. */
    TEXTAREA("textarea", "xsd:string"),
    /** One of a list of values, which is a suggestion to API clients as the standard picklists are unrestricted. */
    PICKLIST("picklist", "xsd:string"),
    /** Several values of a list, separated by semicolons. */
    MULTIPICKLIST("multipicklist", "xsd:string"),
    /** An e-mail address. */
    EMAIL("email", "xsd:string"),
    /** A telephone number. */
    PHONE("phone", "xsd:string"),
    /** A web address. */
    URL("url", "xsd:string"),
    /** True or false, never null. */
    BOOLEAN("boolean", "xsd:boolean"),
    /** A whole number of 32 bits. */
    INT("int", "xsd:int"),
    /** A number with a declared precision and scale. */
    DOUBLE("double", "xsd:double"),
    /** An amount of money. */
    CURRENCY("currency", "xsd:double"),
    /** A percentage; 50 means one half. */
    PERCENT("percent", "xsd:double"),
    /** A day without a time zone. */
    DATE("date", "xsd:date"),
    /** A point in time, kept to the second. */
    DATETIME("datetime", "xsd:dateTime"),
    /** The id of another record. */
    REFERENCE("reference", "tns:ID"),
    /** Bytes, which travel in Base64 or as a part of a multipart request; a query finds a path to them. */
    BASE64("base64", "xsd:base64Binary"),
    /** A postal address, which consists of other fields and is read only. */
    ADDRESS("address", "urn:address");

    private final String describeType;
    private final String soapType;

    FieldType(String describeType, String soapType) {
        this.describeType = describeType;
        this.soapType = soapType;
    }

    /** @return the value of {@code type} in a describe result */
    public String describeType() {
        return describeType;
    }

    /** @return the value of {@code soapType} in a describe result */
    public String soapType() {
        return soapType;
    }

    /** @return whether values are text of a limited length, compared without regard to case */
    public boolean isText() {
        return soapType.equals("xsd:string");
    }

    /** @return whether values are made of those of other fields */
    public boolean isCompound() {
        return this == ADDRESS;
    }

    /** @return whether values are record ids */
    public boolean isId() {
        return soapType.equals("tns:ID");
    }

    /** @return whether values are decimal numbers with precision and scale */
    public boolean isDecimal() {
        return soapType.equals("xsd:double");
    }
}
