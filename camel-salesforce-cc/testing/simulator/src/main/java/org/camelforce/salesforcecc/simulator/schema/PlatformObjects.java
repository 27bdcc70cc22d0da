package org.camelforce.salesforcecc.simulator.schema;

import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.checkbox;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.number;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.of;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.picklist;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.reference;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.text;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.textArea;

import java.util.List;

/**
 * Users, their logins and their reports (Object Reference, "User", "LoginHistory" and "Report"), the org, its profiles
 * and list views, and what declares streaming channels (Streaming API Developer Guide).
 */
final class PlatformObjects {

    private PlatformObjects() {}

    static List<SObjectDefinition> all() {
        return List.of(
                user(),
                loginHistory(),
                organization(),
                profile(),
                permissionSet(),
                listView(),
                pushTopic(),
                streamingChannel(),
                report());
    }

    private static SObjectDefinition user() {
        return SObjectDefinition.standard("User", "005")
                .neverRecycled()
                .fields(text("Username", 80).required().asUnique())
                .fields(CrmObjects.personName(121))
                .fields(
                        text("CompanyName", 80),
                        text("Division", 80),
                        text("Department", 80),
                        text("Title", 80),
                        of("Email", FieldType.EMAIL).withLength(128).required(),
                        of("Phone", FieldType.PHONE),
                        of("MobilePhone", FieldType.PHONE),
                        text("Alias", 8).filledByOrg(),
                        text("CommunityNickname", 40).withLabel("Nickname").filledByOrg(),
                        checkbox("IsActive", true).withLabel("Active"),
                        picklist("TimeZoneSidKey", "GMT", "America/Los_Angeles", "Europe/Berlin")
                                .withLength(40)
                                .required()
                                .withDefault("GMT"),
                        picklist("LocaleSidKey", "en_US", "en_GB", "de_DE")
                                .withLength(40)
                                .required()
                                .withDefault("en_US"),
                        picklist("EmailEncodingKey", "UTF-8", "ISO-8859-1")
                                .withLength(40)
                                .required()
                                .withDefault("UTF-8"),
                        picklist("LanguageLocaleKey", "en_US", "de", "fr")
                                .withLength(40)
                                .required()
                                .withDefault("en_US"),
                        picklist("UserType", "Standard")
                                .withLength(40)
                                .readOnly()
                                .withDefault("Standard"),
                        reference("ProfileId", "Profile"),
                        textArea("Street", 255),
                        text("City", 40),
                        text("State", 80),
                        text("PostalCode", 20),
                        text("Country", 80),
                        text("EmployeeNumber", 20),
                        text("FederationIdentifier", 512).asUnique())
                .build();
    }

    private static SObjectDefinition loginHistory() {
        return SObjectDefinition.log("LoginHistory", "0Ya")
                .labels("Login History", "Login History")
                .fields(
                        reference("UserId", "User"),
                        of("LoginTime", FieldType.DATETIME),
                        picklist("LoginSubType", "OauthClientCredentials").withLength(40),
                        text("Status", 128))
                .build();
    }

    private static SObjectDefinition report() {
        return SObjectDefinition.log("Report", "00O")
                .fields(
                        text("Name", 255).withLabel("Report Name"),
                        text("DeveloperName", 255).withLabel("Report Unique Name"),
                        picklist("Format", "Tabular", "Summary"))
                .build();
    }

    private static SObjectDefinition organization() {
        return SObjectDefinition.log("Organization", "00D")
                .fields(
                        text("Name", 80),
                        text("OrganizationType", 40),
                        text("InstanceName", 5),
                        checkbox("IsSandbox", false).withLabel("Is Sandbox"),
                        checkbox("IsReadOnly", false).withLabel("Is Read Only"),
                        text("NamespacePrefix", 15),
                        of("TrialExpirationDate", FieldType.DATETIME),
                        text("LanguageLocaleKey", 40),
                        text("DefaultLocaleSidKey", 40),
                        text("TimeZoneSidKey", 40),
                        of("FiscalYearStartMonth", FieldType.INT),
                        text("Division", 80),
                        textArea("Street", 255),
                        text("City", 40),
                        text("State", 80),
                        text("PostalCode", 20),
                        text("Country", 80),
                        text("PrimaryContact", 80),
                        of("Phone", FieldType.PHONE),
                        of("CreatedDate", FieldType.DATETIME))
                .build();
    }

    private static SObjectDefinition profile() {
        return SObjectDefinition.log("Profile", "00e")
                .fields(text("Name", 255), text("UserType", 40), text("Description", 255))
                .build();
    }

    private static SObjectDefinition permissionSet() {
        return SObjectDefinition.log("PermissionSet", "0PS")
                .labels("Permission Set", "Permission Sets")
                .fields(
                        text("Name", 80).withLabel("API Name"),
                        text("Label", 80),
                        text("Description", 255),
                        text("Type", 40),
                        reference("ProfileId", "Profile"),
                        checkbox("IsOwnedByProfile", false),
                        checkbox("IsCustom", false))
                .build();
    }

    private static SObjectDefinition listView() {
        return SObjectDefinition.log("ListView", "00B")
                .labels("List View", "List Views")
                .fields(
                        text("Name", 255).withLabel("View Name"),
                        text("DeveloperName", 80).withLabel("API Name"),
                        text("NamespacePrefix", 15).withLabel("Namespace Prefix"),
                        picklist("SobjectType").withLabel("Object Type"),
                        checkbox("IsSoqlCompatible", true).withLabel("Is SOQL Compatible"))
                .build();
    }

    private static SObjectDefinition pushTopic() {
        return SObjectDefinition.standard("PushTopic", "0IF")
                .fields(
                        text("Name", 25).withLabel("Topic Name").required().asUnique(),
                        textArea("Query", 1300).withLabel("SOQL Query").required(),
                        number("ApiVersion", 4, 1).required(),
                        checkbox("IsActive", true),
                        picklist("NotifyForFields", "All", "Referenced", "Select", "Where")
                                .required()
                                .withDefault("Referenced"),
                        picklist("NotifyForOperations", "All", "Create", "Extended", "Update")
                                .withDefault("All"),
                        textArea("Description", 400),
                        checkbox("NotifyForOperationCreate", true).withLabel("Create"),
                        checkbox("NotifyForOperationUpdate", true).withLabel("Update"),
                        checkbox("NotifyForOperationDelete", true).withLabel("Delete"),
                        checkbox("NotifyForOperationUndelete", true).withLabel("Undelete"))
                .build();
    }

    private static SObjectDefinition streamingChannel() {
        return SObjectDefinition.standard("StreamingChannel", "0M6")
                .fields(
                        text("Name", 80)
                                .withLabel("Streaming Channel Name")
                                .required()
                                .asUnique(),
                        textArea("Description", 255),
                        checkbox("IsDynamic", false).readOnly())
                .owned()
                .build();
    }
}
