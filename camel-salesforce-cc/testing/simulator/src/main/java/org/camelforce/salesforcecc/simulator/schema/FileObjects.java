package org.camelforce.salesforcecc.simulator.schema;

import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.checkbox;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.of;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.picklist;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.reference;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.text;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.textArea;

import java.util.List;

/** Objects with a blob field, and what belongs to them (Object Reference). */
final class FileObjects {

    private static final String ANY = FieldDefinition.ANY_OBJECT;

    private FileObjects() {}

    static List<SObjectDefinition> all() {
        return List.of(attachment(), folder(), document(), contentDocument(), contentVersion(), contentDocumentLink());
    }

    private static SObjectDefinition attachment() {
        return SObjectDefinition.standard("Attachment", "00P")
                .fields(
                        reference("ParentId", ANY).required().createOnly(),
                        text("Name", 255).withLabel("File Name").required(),
                        checkbox("IsPrivate", false).withLabel("Private"),
                        text("ContentType", 120),
                        of("BodyLength", FieldType.INT).readOnly(),
                        of("Body", FieldType.BASE64).required(),
                        text("Description", 500))
                .owned()
                .build();
    }

    private static SObjectDefinition folder() {
        return SObjectDefinition.standard("Folder", "00l")
                .neverRecycled()
                .fields(
                        text("Name", 80),
                        text("DeveloperName", 80),
                        picklist("AccessType", "Public", "Shared", "Hidden").withDefault("Public"),
                        checkbox("IsReadonly", false),
                        picklist("Type", "Document", "Report", "Dashboard", "Email")
                                .required()
                                .createOnly())
                .build();
    }

    private static SObjectDefinition document() {
        return SObjectDefinition.standard("Document", "015")
                .fields(
                        reference("FolderId", ANY).required(),
                        text("Name", 255).withLabel("Document Name").required(),
                        text("DeveloperName", 80).withLabel("Document Unique Name"),
                        text("ContentType", 120),
                        text("Type", 40).withLabel("File Extension"),
                        checkbox("IsPublic", false),
                        checkbox("IsInternalUseOnly", false),
                        of("BodyLength", FieldType.INT).readOnly(),
                        of("Body", FieldType.BASE64),
                        of("Url", FieldType.URL),
                        textArea("Description", 255),
                        textArea("Keywords", 255),
                        reference("AuthorId", "User").filledByOrg())
                .build();
    }

    private static SObjectDefinition contentDocument() {
        return SObjectDefinition.standard("ContentDocument", "069")
                .fields(
                        text("Title", 255).readOnly(),
                        textArea("Description", 1000),
                        picklist("PublishStatus", "P", "R", "U").readOnly().withDefault("R"),
                        reference("LatestPublishedVersionId", "ContentVersion").readOnly(),
                        text("FileType", 20).readOnly(),
                        text("FileExtension", 40).readOnly(),
                        of("ContentSize", FieldType.INT).readOnly())
                .owned()
                .build();
    }

    private static SObjectDefinition contentVersion() {
        return SObjectDefinition.standard("ContentVersion", "068")
                .fields(
                        reference("ContentDocumentId", "ContentDocument").createOnly(),
                        checkbox("IsLatest", false).readOnly(),
                        of("ContentUrl", FieldType.URL).withLength(1300),
                        text("VersionNumber", 20).readOnly(),
                        text("Title", 255).filledByOrg(),
                        textArea("Description", 1000),
                        textArea("ReasonForChange", 1000),
                        text("PathOnClient", 500).required().createOnly(),
                        text("FileType", 20).readOnly(),
                        text("FileExtension", 40).readOnly(),
                        of("ContentSize", FieldType.INT).readOnly(),
                        text("Checksum", 50).readOnly(),
                        of("VersionData", FieldType.BASE64),
                        picklist("Origin", "C", "H").withLength(40).createOnly().withDefault("C"),
                        reference("FirstPublishLocationId", ANY).createOnly())
                .owned()
                .build();
    }

    private static SObjectDefinition contentDocumentLink() {
        return SObjectDefinition.standard("ContentDocumentLink", "06A")
                .fields(
                        reference("ContentDocumentId", "ContentDocument")
                                .required()
                                .createOnly(),
                        reference("LinkedEntityId", ANY).required().createOnly(),
                        picklist("ShareType", "V", "C", "I").withLength(40),
                        picklist("Visibility", "AllUsers", "InternalUsers", "SharedUsers")
                                .withLength(40)
                                .withDefault("AllUsers"))
                .build();
    }
}
