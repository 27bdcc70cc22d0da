package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code limits}: the limits of a Developer Edition org, those that this org counts with what is left of them. */
final class LimitsResource {

    private static final String API_REQUESTS = "DailyApiRequests";
    private static final int CUSTOM_SETS = 1000;
    private static final Map<String, Integer> MAXIMA = maxima();

    private final LimitsSource limits;

    LimitsResource(LimitsSource limits) {
        this.limits = limits;
    }

    RestResponse get(RestRequest request) {
        Map<String, Integer> used = limits.used();
        LimitsSource.Usage requests = limits.dailyApiRequests();
        ObjectNode body = Json.object();
        MAXIMA.forEach((name, max) -> {
            LimitsSource.Usage usage = name.equals(API_REQUESTS)
                    ? requests
                    : new LimitsSource.Usage(max, max - used.getOrDefault(name, 0));
            put(body, name, usage);
        });
        put(body.withObject("/PermissionSets"), "CreateCustom", new LimitsSource.Usage(CUSTOM_SETS, CUSTOM_SETS));
        return RestResponse.ok(body);
    }

    private static void put(ObjectNode body, String name, LimitsSource.Usage usage) {
        body.putObject(name).put("Max", usage.max()).put("Remaining", usage.remaining());
    }

    /** REST API Developer Guide, "List Org Limits"; the storage and e-mail of a Developer Edition org. */
    private static Map<String, Integer> maxima() {
        Map<String, Integer> maxima = new LinkedHashMap<>();
        maxima.put("ActiveScratchOrgs", 3);
        maxima.put("AnalyticsExternalDataSizeMB", 40_960);
        maxima.put("ConcurrentAsyncGetReportInstances", 200);
        maxima.put("ConcurrentEinsteinDataInsightsStoryCreation", 5);
        maxima.put("ConcurrentEinsteinDiscoveryStoryCreation", 2);
        maxima.put("ConcurrentSyncReportRuns", 20);
        maxima.put("DailyAnalyticsDataflowJobExecutions", 60);
        maxima.put("DailyAnalyticsUploadedFilesSizeMB", 51_200);
        maxima.put(API_REQUESTS, 15_000);
        maxima.put("DailyAsyncApexExecutions", 250_000);
        maxima.put("DailyAsyncApexTests", 500);
        maxima.put("DailyBulkApiBatches", 15_000);
        maxima.put("DailyBulkV2QueryFileStorageMB", 976_562);
        maxima.put("DailyBulkV2QueryJobs", 10_000);
        maxima.put("DailyDeliveredPlatformEvents", 10_000);
        maxima.put("DailyDurableGenericStreamingApiEvents", 10_000);
        maxima.put("DailyDurableStreamingApiEvents", 10_000);
        maxima.put("DailyEinsteinDataInsightsStoryCreation", 1000);
        maxima.put("DailyEinsteinDiscoveryPredictAPICalls", 50_000);
        maxima.put("DailyEinsteinDiscoveryPredictionsByCDC", 500_000);
        maxima.put("DailyEinsteinDiscoveryStoryCreation", 100);
        maxima.put("DailyGenericStreamingApiEvents", 10_000);
        maxima.put("DailyScratchOrgs", 6);
        maxima.put("DailyStandardVolumePlatformEvents", 10_000);
        maxima.put("DailyStreamingApiEvents", 10_000);
        maxima.put("DailyWorkflowEmails", 1890);
        maxima.put("DataStorageMB", 5);
        maxima.put("DurableStreamingApiConcurrentClients", 20);
        maxima.put("FileStorageMB", 20);
        maxima.put("HourlyAsyncReportRuns", 1200);
        maxima.put("HourlyDashboardRefreshes", 200);
        maxima.put("HourlyDashboardResults", 5000);
        maxima.put("HourlyDashboardStatuses", 999_999_999);
        maxima.put("HourlyLongTermIdMapping", 100_000);
        maxima.put("HourlyManagedContentPublicRequests", 50_000);
        maxima.put("HourlyODataCallout", 1000);
        maxima.put("HourlyPublishedPlatformEvents", 50_000);
        maxima.put("HourlyPublishedStandardVolumePlatformEvents", 1000);
        maxima.put("HourlyShortTermIdMapping", 100_000);
        maxima.put("HourlySyncReportRuns", 500);
        maxima.put("HourlyTimeBasedWorkflow", 1000);
        maxima.put("MassEmail", 10);
        maxima.put("MonthlyEinsteinDiscoveryStoryCreation", 500);
        maxima.put("Package2VersionCreates", 6);
        maxima.put("Package2VersionCreatesWithoutValidation", 500);
        maxima.put("PermissionSets", 1500);
        maxima.put("PlatformEventTriggersWithParallelProcessing", 5);
        maxima.put("PrivateConnectOutboundCalloutHourlyLimitMB", 0);
        maxima.put("SingleEmail", 15);
        maxima.put("StreamingApiConcurrentClients", 20);
        return maxima;
    }
}
