package org.camelforce.salesforcecc.simulator.badinput;

import static org.camelforce.salesforcecc.simulator.badinput.Shop.ASYNC;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.JSON;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.V;

import java.util.List;

/** One sound request for each resource of the Bulk APIs. */
final class BulkCatalogue {

    private static final String INGEST = V + "jobs/ingest";
    private static final String QUERY = V + "jobs/query";
    private static final String XML = "application/xml";
    private static final String NAMESPACE = " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    private final Shop shop;
    private final Catalogue catalogue;

    BulkCatalogue(Shop shop, Catalogue catalogue) {
        this.shop = shop;
        this.catalogue = catalogue;
    }

    void add() {
        addIngest();
        addQuery();
        addClassic();
    }

    private void addIngest() {
        catalogue.get(INGEST + "?jobType=V2Ingest&isPkChunkingEnabled=false");
        catalogue.add(() -> shop.json(
                "POST",
                INGEST,
                "{`object`:`Account`,`operation`:`upsert`,`externalIdFieldName`:`Legacy_Id__c`,"
                        + "`columnDelimiter`:`COMMA`,`lineEnding`:`LF`,`contentType`:`CSV`}"));
        catalogue.add(() -> shop.with("POST", INGEST)
                .body(
                        "multipart/form-data; boundary=BOUNDARY",
                        Catalogue.multipart(
                                "job", "content", "{`object`:`Account`,`operation`:`insert`}", "text/csv")));
        catalogue.add(() -> shop.get(INGEST + "/" + shop.ingestJob(false)));
        catalogue.add(() -> shop.with("PUT", INGEST + "/" + shop.ingestJob(false) + "/batches")
                .body("text/csv", "Name,NumberOfEmployees,Legacy_Id__c\n\"Acme, Inc.\",5,L\nOther,#N/A,\n"));
        catalogue.add(() -> shop.json("PATCH", INGEST + "/" + shop.ingestJob(true), "{`state`:`UploadComplete`}"));
        catalogue.add(() -> shop.json("PATCH", INGEST + "/" + shop.ingestJob(true), "{`state`:`Aborted`}"));
        catalogue.add(() -> shop.with("DELETE", INGEST + "/" + shop.endedIngestJob()));
        String ended = shop.endedIngestJob();
        for (String results : List.of("successfulResults", "failedResults", "unprocessedrecords")) {
            catalogue.get(INGEST + "/" + ended + "/" + results);
        }
    }

    private void addQuery() {
        catalogue.get(QUERY);
        catalogue.add(() -> shop.json(
                "POST", QUERY, "{`operation`:`queryAll`,`query`:`SELECT Id, Name FROM Account WHERE Name != 'x'`}"));
        String job = QUERY + "/" + shop.queryJob();
        catalogue.get(job);
        catalogue.get(job + "/results?maxRecords=100");
        catalogue.add(() -> {
            Draft page = shop.get(job + "/results?maxRecords=100");
            String locator = shop.locator(page);
            return shop.get(job + "/results?maxRecords=100&locator=" + locator);
        });
        catalogue.add(() -> shop.with("DELETE", QUERY + "/" + shop.queryJob()));
    }

    private void addClassic() {
        String settings = "<operation>insert</operation><object>Account</object><contentType>CSV</contentType>";
        catalogue.add(() -> shop.with("POST", ASYNC).body(XML, "<jobInfo" + NAMESPACE + ">" + settings + "</jobInfo>"));
        catalogue.add(() -> shop.json("POST", ASYNC, "{`operation`:`query`,`object`:`Account`,`contentType`:`JSON`}")
                .header("Sforce-Enable-PKChunking", "chunkSize=1000"));
        catalogue.add(() -> shop.get(ASYNC + "/" + shop.classicJob("CSV")));
        catalogue.add(() -> shop.with("POST", ASYNC + "/" + shop.classicJob("CSV"))
                .body(XML, "<jobInfo" + NAMESPACE + "><state>Closed</state></jobInfo>"));
        catalogue.add(() -> shop.json("POST", ASYNC + "/" + shop.classicJob("CSV"), "{`state`:`Aborted`}"));
        catalogue.add(() -> batch("CSV", "text/csv", "Name\nOne\nTwo\n"));
        catalogue.add(() -> batch("JSON", JSON, "[{\"Name\":\"One\",\"NumberOfEmployees\":5},{\"Name\":\"Two\"}]"));
        catalogue.add(() -> batch(
                "XML",
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><sObjects" + NAMESPACE
                        + "><sObject><Name>One</Name></sObject></sObjects>"));
        String batch = shop.classicBatch();
        catalogue.get(batch.replaceAll("/[^/]*$", ""));
        catalogue.get(batch);
        catalogue.get(batch + "/request");
        catalogue.get(batch + "/result");
    }

    private Draft batch(String type, String contentType, String body) {
        return shop.with("POST", ASYNC + "/" + shop.classicJob(type) + "/batch").body(contentType, body);
    }
}
