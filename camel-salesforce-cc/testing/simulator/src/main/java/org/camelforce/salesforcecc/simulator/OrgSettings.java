package org.camelforce.salesforcecc.simulator;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.internal.bulk.JobTimes;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryLoginHistory;
import org.camelforce.salesforcecc.simulator.internal.rest.RestConfig;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/** What an org is to be like, with the defaults. Not for use by several threads. */
final class OrgSettings {

    private static final Pattern API_VERSION = Pattern.compile("[1-9][0-9]\\.0");

    private static final String LOOPBACK = "127.0.0.1";

    String bindAddress = LOOPBACK;

    @Nullable
    String host;

    int port;
    int maxThreads = 32;

    @Nullable
    SSLContext tls;

    int pubSubPort;

    @Nullable
    Integer consolePort;

    @Nullable
    SSLContext pubSubTls;

    @Nullable
    String consumerKey;

    @Nullable
    String consumerSecret;

    @Nullable
    String orgId;

    String myDomain = "simulator.my.salesforce.com";

    @Nullable
    String runAsUsername = "integration@simulator.example";

    Duration sessionTimeout = Duration.ofHours(2);
    TokenIssue tokenIssue = TokenIssue.SAME_WHILE_LIVE;
    TokenResponseVariant tokenResponse = TokenResponseVariant.POSTMAN;
    OAuthError flowOffAnswer = OAuthError.FLOW_NOT_ENABLED;
    int loginsPerHour = InMemoryLoginHistory.DEFAULT_LOGINS_PER_HOUR;
    int dailyApiRequests = ApiUsage.DEVELOPER_EDITION;
    String apiVersion = "67.0";
    InstantSource time = InstantSource.system();
    RandomGenerator random = new SecureRandom();
    Schema schema = Schema.standard();
    Predicate<String> capturedEntities = entity -> true;
    Duration connectTimeout = Duration.ofSeconds(110);
    Duration maxInterval = Duration.ofSeconds(40);
    int queryBatchSize = 2_000;

    @Nullable
    Path recordsFolder;

    JobTimes bulkJobTimes = JobTimes.NONE;
    final Map<String, HttpServlet> servlets = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the version has another form, or is retired */
    void setApiVersion(String version) {
        if (!API_VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("an API version looks like 67.0, but this is " + version);
        }
        if (Integer.parseInt(version.substring(0, 2)) < RestConfig.OLDEST_VERSION) {
            throw new IllegalArgumentException(
                    "API versions before " + RestConfig.OLDEST_VERSION + ".0 are retired, but this is " + version);
        }
        apiVersion = version;
    }

    /** Answers the host of the Pub/Sub API, whose certificate often names no address. */
    String pubSubHost() {
        return urlHost().equals(LOOPBACK) ? "localhost" : urlHost();
    }

    /** Answers the key of the Pub/Sub API, null for plaintext. */
    @Nullable
    SSLContext pubSubKey() {
        return pubSubTls != null ? pubSubTls : tls;
    }

    /** Answers the host in URLs, IPv6 addresses in brackets. */
    String urlHost() {
        String named = host != null ? host : Set.of("0.0.0.0", "::").contains(bindAddress) ? LOOPBACK : bindAddress;
        return named.contains(":") && !named.startsWith("[") ? "[" + named + "]" : named;
    }
}
