package org.camelforce.salesforcecc.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRejectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            401 | [{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]
            401 | [{"message":"INVALID_HEADER_TYPE","errorCode":"INVALID_AUTH_HEADER"}]
            401 | ``
            401 | <html>Unauthorized</html>
            400 | <error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>InvalidSessionId</exceptionCode></error>
            400 | {"exceptionCode":"InvalidSessionId","exceptionMessage":"Unable to find session id"}
            400 | {"exceptionCode" : "InvalidSessionId"}
            403 | Bad_OAuth_Token
            403 | ` Bad_OAuth_Token `
            """)
    void isOneWhenTheTokenIsRefusedThenYes(int status, String body) {
        assertThat(SessionRejection.isPossible(status)).isTrue();
        assertThat(SessionRejection.isOne(status, body)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            401 | [{"message":"x","errorCode":"INVALID_OPERATION_WITH_EXPIRED_PASSWORD"}]
            401 | [{"errorCode" : "INSUFFICIENT_ACCESS","message":"x"}]
            403 | [{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]
            403 | [{"message":"x","errorCode":"API_DISABLED_FOR_ORG"}]
            403 | [{"message":"Bad_OAuth_Token","errorCode":"INSUFFICIENT_ACCESS"}]
            400 | [{"message":"unexpected token: InvalidSessionId","errorCode":"MALFORMED_QUERY"}]
            400 | <error><exceptionCode>InvalidBatch</exceptionCode></error>
            400 | ``
            200 | Bad_OAuth_Token
            500 | <exceptionCode>InvalidSessionId</exceptionCode>
            """)
    void isOneWhenSomethingElseIsWrongThenNo(int status, String body) {
        assertThat(SessionRejection.isOne(status, body)).isFalse();
    }
}
