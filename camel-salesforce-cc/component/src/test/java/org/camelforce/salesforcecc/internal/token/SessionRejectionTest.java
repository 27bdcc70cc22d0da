package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRejectionTest {

    private static final String QUERY = "/services/data/v67.0/query";
    private static final String APEX = "/services/apexrest/orders";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            401 | [{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]
            401 | [{"message":"INVALID_HEADER_TYPE","errorCode":"INVALID_AUTH_HEADER"}]
            401 | <Errors><Error><errorCode>INVALID_SESSION_ID</errorCode><message>x</message></Error></Errors>
            401 | ``
            401 | ` `
            400 | <error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>InvalidSessionId</exceptionCode></error>
            400 | {"exceptionCode":"InvalidSessionId","exceptionMessage":"Unable to find session id"}
            400 | {"exceptionCode" : "InvalidSessionId"}
            401 | {"exceptionCode" : "InvalidSessionId"}
            403 | Bad_OAuth_Token
            403 | ` Bad_OAuth_Token `
            """)
    void ofWhenTheTokenIsRejectedThenToken(int status, String body) {
        assertThat(SessionRejection.isPossible(status)).isTrue();
        assertThat(SessionRejection.of(status, QUERY, null, body)).isEqualTo(Verdict.TOKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            401 | [{"message":"x","errorCode":"INVALID_OPERATION_WITH_EXPIRED_PASSWORD"}]
            401 | [{"errorCode" : "INSUFFICIENT_ACCESS","message":"x"}]
            401 | [{"errorCode" : "INSUFFICIENT_ACCESS","message":"not INVALID_SESSION_ID"}]
            401 | [{"errorCode" : "INVALID_SESSION_ID_OF_OURS","message":"x"}]
            401 | <html>Unauthorized</html>
            401 | {"code":"CUSTOMER_NOT_ENTITLED"}
            403 | [{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]
            403 | [{"message":"x","errorCode":"API_DISABLED_FOR_ORG"}]
            403 | [{"message":"Bad_OAuth_Token","errorCode":"INSUFFICIENT_ACCESS"}]
            400 | [{"message":"unexpected token: InvalidSessionId","errorCode":"MALFORMED_QUERY"}]
            400 | [{"message":"unexpected token: URL_NOT_RESET","errorCode":"MALFORMED_QUERY"}]
            400 | <error><exceptionCode>InvalidBatch</exceptionCode></error>
            400 | ``
            200 | Bad_OAuth_Token
            500 | <exceptionCode>InvalidSessionId</exceptionCode>
            """)
    void ofWhenSomethingElseIsWrongThenNone(int status, String body) {
        assertThat(SessionRejection.of(status, QUERY, null, body)).isEqualTo(Verdict.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /services/data/v67.0/query | Bearer realm="x", error="invalid_token"    | <html/> | TOKEN
            /services/data/v67.0/query | Bearer error=invalid_token                 | <html/> | TOKEN
            /services/data/v67.0/query | Token, Bearer error="invalid_token"        | <html/> | TOKEN
            /services/data/v67.0/query | Bearer error="insufficient_scope"          | <html/> | NONE
            /services/data/v67.0/query | Token                                      | <html/> | NONE
            /services/apexrest/orders  | Bearer error="invalid_token"               | {}      | NONE
            """)
    void ofWhen401HasAChallengeThenOnlyInvalidTokenCounts(String path, String challenge, String body, Verdict verdict) {
        assertThat(SessionRejection.of(401, path, challenge, body)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            401 | {"status":"denied"}                                                           | NONE
            401 | ``                                                                            | NONE
            401 | {"exceptionCode":"InvalidSessionId"}                                          | NONE
            400 | {"exceptionCode":"InvalidSessionId"}                                          | NONE
            403 | Bad_OAuth_Token                                                               | NONE
            401 | [{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]   | TOKEN
            401 | [{"message":"INVALID_JWT_FORMAT","errorCode":"INVALID_AUTH_HEADER"}]          | TOKEN
            400 | [{"message":"Destination URL not reset.","errorCode":"URL_NOT_RESET"}]        | ADDRESS
            """)
    void ofWhenAnApexClassMayHaveAnsweredThenOnlyThePlatformsCodesCount(int status, String body, Verdict verdict) {
        assertThat(SessionRejection.of(status, APEX, null, body)).isEqualTo(verdict);
        assertThat(SessionRejection.of(status, "/partners" + APEX, null, body)).isEqualTo(verdict);
        assertThat(SessionRejection.of(status, "/services/apexrest", null, body))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "/services/oauth2/userinfo, TOKEN",
        "/services/async/67.0/job, TOKEN",
        "/id/00D000000000001AAA/005000000000001AAA, TOKEN",
        "/apex/page, NONE",
        "/webruntime/api, NONE",
        ", NONE"
    })
    void ofWhen401HasNoBodyThenTheOrgsOwnApiMeansTheToken(@Nullable String path, Verdict verdict) {
        assertThat(SessionRejection.of(401, path, null, "")).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [{"errorCode":"URL_NOT_RESET","message":"Destination URL not reset. The URL returned from login must be set"}]
            <Errors><Error><errorCode>URL_NOT_RESET</errorCode></Error></Errors>
            """)
    void ofWhenTheOrgIsElsewhereThenAddress(String body) {
        assertThat(SessionRejection.of(400, QUERY, null, body)).isEqualTo(Verdict.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            400 | [{"message":"unexpected token: <exceptionCode>InvalidSessionId","errorCode":"MALFORMED_QUERY"}]
            400 | [{"message":"unexpected token: <errorCode>URL_NOT_RESET","errorCode":"MALFORMED_QUERY"}]
            400 | [{"message":"x \\"errorCode\\":\\"URL_NOT_RESET\\"","errorCode":"MALFORMED_QUERY"}]
            401 | [{"message":"<errorCode>INVALID_SESSION_ID","errorCode":"OTHER"}]
            400 | <error><exceptionMessage>"errorCode":"URL_NOT_RESET"</exceptionMessage></error>
            400 | <error><exceptionMessage>"exceptionCode":"InvalidSessionId"</exceptionMessage></error>
            400 | ` <error>&lt;exceptionCode&gt;InvalidSessionId</error>`
            """)
    void ofWhenAnErrorRepeatsWhatACallerHasSentThenNone(int status, String body) {
        assertThat(SessionRejection.of(status, QUERY, null, body)).isEqualTo(Verdict.NONE);
    }

    @Test
    void isAnswerPassedOnWhenNoLoginWasTriedThenYes() {
        LoginUnavailableException rejectedAtOnce = Tokens.unavailable(Reason.REJECTED_AT_ONCE, null);

        assertThat(SessionRejection.isAnswerPassedOn(Tokens.unavailable(Reason.BUDGET_SPENT, null)))
                .isTrue();
        assertThat(SessionRejection.isAnswerPassedOn(
                        new LoginUnavailableException(Reason.THROTTLED, "throttled", 0, null, rejectedAtOnce)))
                .isTrue();
    }

    @Test
    void isAnswerPassedOnWhenALoginFailedThenItsFailureSaysMore() {
        assertThat(SessionRejection.isAnswerPassedOn(
                        new LoginUnavailableException(Reason.THROTTLED, "throttled", 0, null, Tokens.unavailable())))
                .isFalse();
        assertThat(SessionRejection.isAnswerPassedOn(Tokens.unavailable())).isFalse();
        assertThat(SessionRejection.isAnswerPassedOn(Tokens.rejected())).isFalse();
    }
}
