package org.camelforce.salesforcecc.simulator.schema;

import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.checkbox;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.number;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.of;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.picklist;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.reference;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.text;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.textArea;

import java.util.List;

/** The objects of sales and service (Object Reference, "Standard Objects"), with the fields in common use. */
final class CrmObjects {

    private static final String[] INDUSTRIES = {
        "Agriculture",
        "Banking",
        "Chemicals",
        "Construction",
        "Consulting",
        "Education",
        "Energy",
        "Finance",
        "Government",
        "Healthcare",
        "Insurance",
        "Manufacturing",
        "Media",
        "Retail",
        "Technology",
        "Telecommunications",
        "Transportation",
        "Utilities",
        "Other"
    };
    private static final String[] LEAD_SOURCES = {"Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"
    };
    private static final String[] GEOCODE_ACCURACIES = {
        "Address",
        "NearAddress",
        "Block",
        "Street",
        "ExtendedZip",
        "Zip",
        "Neighborhood",
        "City",
        "County",
        "State",
        "Unknown"
    };
    private static final String[] RATINGS = {"Hot", "Warm", "Cold"};
    private static final String[] SALUTATIONS = {"Mr.", "Ms.", "Mrs.", "Dr.", "Prof."};

    private CrmObjects() {}

    static List<SObjectDefinition> all() {
        return List.of(account(), contact(), lead(), opportunity(), supportCase());
    }

    private static SObjectDefinition account() {
        return SObjectDefinition.standard("Account", "001")
                .fields(
                        reference("MasterRecordId", "Account").readOnly(),
                        text("Name", 255).withLabel("Account Name").required(),
                        picklist("Type", "Prospect", "Customer - Direct", "Customer - Channel", "Other")
                                .withLabel("Account Type"),
                        reference("ParentId", "Account"))
                .fields(address("Billing"))
                .fields(address("Shipping"))
                .fields(
                        of("Phone", FieldType.PHONE),
                        of("Fax", FieldType.PHONE),
                        text("AccountNumber", 40),
                        of("Website", FieldType.URL),
                        text("Sic", 20).withLabel("SIC Code"),
                        picklist("Industry", INDUSTRIES),
                        of("AnnualRevenue", FieldType.CURRENCY),
                        of("NumberOfEmployees", FieldType.INT).withLabel("Employees"),
                        picklist("Ownership", "Public", "Private", "Subsidiary", "Other"),
                        text("TickerSymbol", 20),
                        textArea("Description", 32000).withLabel("Account Description"),
                        picklist("Rating", RATINGS).withLabel("Account Rating"),
                        text("Site", 80).withLabel("Account Site"),
                        picklist("AccountSource", LEAD_SOURCES),
                        text("SicDesc", 80).withLabel("SIC Description"))
                .owned()
                .build();
    }

    private static SObjectDefinition contact() {
        return SObjectDefinition.standard("Contact", "003")
                .fields(reference("MasterRecordId", "Contact").readOnly(), reference("AccountId", "Account"))
                .fields(personName(121))
                .fields(address("Other"))
                .fields(address("Mailing"))
                .fields(
                        of("Phone", FieldType.PHONE).withLabel("Business Phone"),
                        of("Fax", FieldType.PHONE).withLabel("Business Fax"),
                        of("MobilePhone", FieldType.PHONE),
                        of("HomePhone", FieldType.PHONE),
                        of("OtherPhone", FieldType.PHONE),
                        of("AssistantPhone", FieldType.PHONE),
                        reference("ReportsToId", "Contact"),
                        of("Email", FieldType.EMAIL),
                        text("Title", 128),
                        text("Department", 80),
                        text("AssistantName", 40),
                        picklist("LeadSource", LEAD_SOURCES),
                        of("Birthdate", FieldType.DATE),
                        textArea("Description", 32000).withLabel("Contact Description"),
                        checkbox("HasOptedOutOfEmail", false).withLabel("Email Opt Out"),
                        checkbox("DoNotCall", false))
                .owned()
                .build();
    }

    private static SObjectDefinition lead() {
        return SObjectDefinition.standard("Lead", "00Q")
                .fields(personName(121))
                .fields(text("Title", 128), text("Company", 255).required())
                .fields(address(""))
                .fields(
                        of("Phone", FieldType.PHONE),
                        of("MobilePhone", FieldType.PHONE),
                        of("Fax", FieldType.PHONE),
                        of("Email", FieldType.EMAIL),
                        of("Website", FieldType.URL),
                        textArea("Description", 32000),
                        picklist("LeadSource", LEAD_SOURCES),
                        picklist("Status", "Open - Not Contacted", "Working - Contacted", "Closed - Not Converted")
                                .required()
                                .withDefault("Open - Not Contacted"),
                        picklist("Industry", INDUSTRIES),
                        picklist("Rating", RATINGS),
                        of("AnnualRevenue", FieldType.CURRENCY),
                        of("NumberOfEmployees", FieldType.INT).withLabel("Employees"),
                        checkbox("HasOptedOutOfEmail", false).withLabel("Email Opt Out"),
                        checkbox("IsConverted", false).withLabel("Converted").readOnly())
                .owned()
                .build();
    }

    private static SObjectDefinition opportunity() {
        return SObjectDefinition.standard("Opportunity", "006")
                .labels("Opportunity", "Opportunities")
                .fields(
                        reference("AccountId", "Account"),
                        text("Name", 120).required(),
                        textArea("Description", 32000),
                        picklist(
                                        "StageName",
                                        "Prospecting",
                                        "Qualification",
                                        "Needs Analysis",
                                        "Proposal/Price Quote",
                                        "Negotiation/Review",
                                        "Closed Won",
                                        "Closed Lost")
                                .withLabel("Stage")
                                .required(),
                        of("Amount", FieldType.CURRENCY),
                        of("Probability", FieldType.PERCENT).withLabel("Probability (%)"),
                        number("TotalOpportunityQuantity", 18, 2).withLabel("Quantity"),
                        of("CloseDate", FieldType.DATE).required(),
                        picklist("Type", "Existing Business", "New Business"),
                        text("NextStep", 255),
                        picklist("LeadSource", LEAD_SOURCES),
                        checkbox("IsClosed", false).withLabel("Closed").readOnly(),
                        checkbox("IsWon", false).withLabel("Won").readOnly(),
                        checkbox("IsPrivate", false).withLabel("Private"))
                .owned()
                .build();
    }

    private static SObjectDefinition supportCase() {
        return SObjectDefinition.standard("Case", "500")
                .fields(
                        text("CaseNumber", 30).filledByOrg().readOnly(),
                        reference("ContactId", "Contact"),
                        reference("AccountId", "Account"),
                        reference("ParentId", "Case"),
                        text("SuppliedName", 80).withLabel("Name"),
                        of("SuppliedEmail", FieldType.EMAIL).withLabel("Email Address"),
                        text("SuppliedPhone", 40).withLabel("Phone"),
                        text("SuppliedCompany", 80).withLabel("Company"),
                        picklist("Type", "Problem", "Feature Request", "Question")
                                .withLabel("Case Type"),
                        picklist("Status", "New", "Working", "Escalated", "Closed")
                                .withDefault("New"),
                        picklist("Reason", "Installation", "Performance", "Breakdown", "Other")
                                .withLabel("Case Reason"),
                        picklist("Origin", "Phone", "Email", "Web").withLabel("Case Origin"),
                        text("Subject", 255),
                        picklist("Priority", "High", "Medium", "Low").withDefault("Medium"),
                        textArea("Description", 32000),
                        checkbox("IsClosed", false).withLabel("Closed").readOnly(),
                        checkbox("IsEscalated", false).withLabel("Escalated"))
                .owned()
                .build();
    }

    static List<FieldDefinition> personName(int length) {
        return List.of(
                text("LastName", 80).required(),
                text("FirstName", 40),
                picklist("Salutation", SALUTATIONS).withLength(40),
                text("Name", length).withLabel("Full Name").filledByOrg().readOnly());
    }

    private static List<FieldDefinition> address(String prefix) {
        return List.of(
                textArea(prefix + "Street", 255),
                text(prefix + "City", 40),
                text(prefix + "State", 80),
                text(prefix + "PostalCode", 20),
                text(prefix + "Country", 80),
                number(prefix + "Latitude", 18, 15),
                number(prefix + "Longitude", 18, 15),
                picklist(prefix + "GeocodeAccuracy", GEOCODE_ACCURACIES).withLength(40),
                of(prefix + "Address", FieldType.ADDRESS).readOnly());
    }
}
