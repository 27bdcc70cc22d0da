package org.camelforce.salesforcecc.simulator.internal.rest;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.internal.approvals.InMemoryApprovals;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.internal.graphql.GraphQlApi;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.internal.reports.InMemoryReports;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Which resource serves which path of a version. */
final class Routes {

    private static final String OBJECT = "sobjects/{object}";
    private static final String RECORD = "sobjects/{object}/{id}";
    private static final String EXTERNAL = "sobjects/{object}/{field}/{value}";
    // REST API Developer Guide, "sObject" resources: those that share the form of a record's path.
    private static final List<String> NO_RECORD_IDS = List.of("quickActions", "suggestions");
    private static final String CREDENTIALS = "apps/oauth/credentials/{app}";
    private static final String COLLECTION = "composite/sobjects/{object}";

    private final Router router = new Router();
    private final Dispatcher dispatcher;
    private final UploadLog uploads = new UploadLog();
    private final TemporaryFiles results = new TemporaryFiles("salesforce-simulator-query");
    private final InMemoryApprovals approvals;
    private final InMemoryReports reports;

    Routes(
            ApiVersions versions,
            int defaultBatchSize,
            Schema schema,
            RecordStore records,
            EventBus events,
            LimitsSource limits,
            ToolingSource tooling,
            RegisteredApp registered,
            Supplier<String> instanceUrl,
            InstantSource time) {
        dispatcher = new Dispatcher(router, versions);
        Catalog catalog = new Catalog(schema);
        RecentRecords recent = new RecentRecords(new RecordReader(records), catalog);
        RecordCreation creation = new RecordCreation(records, new EventPublisher(events), recent);
        QueryAnswers answers = new QueryAnswers(new QueryLocators(time, results), defaultBatchSize);

        approvals = new InMemoryApprovals(records, time);
        new ApprovalsResource(approvals).addTo(router);
        reports = new InMemoryReports(schema, records, time);
        new ReportsResource(reports, time).addTo(router);
        new ReplicationResource(catalog, records, time).addTo(router);
        new LayoutsResource(catalog).addTo(router);
        router.add("GET", "limits/recordCount", new RecordCountResource(catalog, records)::get);
        router.add("POST", "composite/graph", new GraphResource(dispatcher, records)::post);
        router.add("POST", "graphql", new GraphQlResource(new GraphQlApi(schema, records))::post);
        new ToolingResource(new Catalog(Schema.tooling()), tooling, time).addTo(router, recent);
        new ListViewsResource(catalog, records).addTo(router);
        addOrg(new ResourcesResource(instanceUrl), new LimitsResource(limits), new RecentResource(recent));
        addApps(registered);
        addQueries(new QueryResource(records, answers, new QueryPlans(catalog, records), recent));
        addSearches(catalog, new Searches(catalog, records));
        addComposites(catalog, records, creation);
        addEvents(new EventSchemaResource(catalog), new ChannelPushResource(records, events));
        addDescriptions(new DescribeResource(catalog, recent, time, ""));
        addRecords(
                new RecordResource(catalog, records, creation, recent, uploads),
                new ExternalIdResource(catalog, records, new RelatedRecords(catalog, records, answers)));
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    List<String> names() {
        return router.names();
    }

    InMemoryApprovals approvals() {
        return approvals;
    }

    InMemoryReports reports() {
        return reports;
    }

    UploadLog uploads() {
        return uploads;
    }

    /** Deletes what has been kept of results. */
    void close() {
        results.close();
    }

    private void addOrg(ResourcesResource resources, LimitsResource limits, RecentResource recent) {
        router.add("GET", "", resources::get);
        router.add("GET", "limits", limits::get);
        router.add("GET", "recent", recent::get);
    }

    private void addApps(RegisteredApp registered) {
        router.add("GET", "apps/oauth/usage", new OAuthUsageResource(registered.app())::get);
        OAuthCredentialsResource credentials = new OAuthCredentialsResource(registered);
        router.add("GET", CREDENTIALS, credentials::consumers);
        router.add("GET", CREDENTIALS + "/{consumer}", credentials::consumer);
        StagedCredentialsResource staged = new StagedCredentialsResource(registered);
        router.add("GET", CREDENTIALS + "/{consumer}/staged", staged::list);
        router.add("POST", CREDENTIALS + "/{consumer}/staged", staged::stage);
        router.add("GET", CREDENTIALS + "/{consumer}/staged/{staged}", staged::one);
        router.add("PATCH", CREDENTIALS + "/{consumer}/staged/{staged}", staged::rotate);
        router.add("DELETE", CREDENTIALS + "/{consumer}/staged/{staged}", staged::delete);
    }

    private void addQueries(QueryResource query) {
        router.add("GET", "query", query::query);
        router.add("GET", "queryAll", query::queryAll);
        router.add("GET", "query/{locator}", query::more);
        router.add("GET", "queryAll/{locator}", query::more);
    }

    private void addSearches(Catalog catalog, Searches searches) {
        SearchResource search = new SearchResource(catalog, searches);
        router.add("GET", "search", search::search);
        router.add("GET", "search/layout", search::layout);
        router.add("GET", "search/scopeOrder", search::scopeOrder);
        ParameterizedSearchResource parameterized = new ParameterizedSearchResource(searches);
        router.add("GET", "parameterizedSearch", parameterized::get);
        router.add("POST", "parameterizedSearch", parameterized::post);
    }

    private void addComposites(Catalog catalog, RecordStore records, RecordCreation creation) {
        router.add("GET", "composite", new CompositeIndexResource()::get);
        router.add("POST", "composite", new CompositeResource(dispatcher, records)::post);
        router.add("POST", "composite/batch", new BatchResource(dispatcher)::post);
        router.add("POST", "composite/tree/{object}", new TreeResource(catalog, records, creation)::post);

        CollectionsResource collections = new CollectionsResource(catalog, records, creation);
        RetrieveCollectionResource retrieve = new RetrieveCollectionResource(catalog, records);
        router.add("POST", "composite/sobjects", collections::create);
        router.add("PATCH", "composite/sobjects", collections::update);
        router.add("DELETE", "composite/sobjects", collections::delete);
        router.add("GET", COLLECTION, retrieve::get);
        router.add("POST", COLLECTION, retrieve::post);
        router.add("PATCH", COLLECTION, collections::upsert);
        router.add("PATCH", COLLECTION + "/{field}", collections::upsert);
    }

    private void addEvents(EventSchemaResource schemas, ChannelPushResource push) {
        router.add("GET", "event/eventSchema/{id}", schemas::byId);
        router.add("GET", OBJECT + "/eventSchema", schemas::byName);
        router.add("POST", "sobjects/StreamingChannel/{id}/push", push::push);
    }

    private void addDescriptions(DescribeResource describe) {
        router.add("GET", "sobjects", describe::global);
        router.add("GET", OBJECT, describe::basic);
        router.add("GET", OBJECT + "/describe", describe::describe);
    }

    private void addRecords(RecordResource records, ExternalIdResource externalIds) {
        NO_RECORD_IDS.forEach(name -> router.addUnknown(OBJECT + "/" + name));
        router.add("POST", OBJECT, records::create);
        router.add("POST", OBJECT + "/Id", records::createById);
        router.add("GET", RECORD, records::read);
        router.add("PATCH", RECORD, records::update);
        router.add("DELETE", RECORD, records::delete);
        router.add("GET", EXTERNAL, externalIds::read);
        router.add("PATCH", EXTERNAL, externalIds::upsert);
        router.add("DELETE", EXTERNAL, externalIds::delete);
    }
}
