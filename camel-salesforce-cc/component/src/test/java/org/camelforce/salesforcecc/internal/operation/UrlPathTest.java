package org.camelforce.salesforcecc.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services/data/v62.0/limits",
                "services/data/v62.0/limits/",
                "services/apexrest/a.b/...",
                "a/50%25/b",
                "a/x%2Fy",
                "a/Z%C3%BCrich",
                "a/%zz",
                "a/x;y=.."
            })
    void problemWhenPathIsPlainThenNone(String path) {
        assertThat(UrlPath.problem(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/../b",
                "a/./b",
                "..",
                "a/%2e%2e/b",
                "a/.%2E/b",
                "a/%252e./b",
                "a/%25252e%25252e/b",
                "a/..;jsessionid=1/b",
                "a/x%2f..%2fb",
                "a/..%5cb",
                "a/%5cb",
                "a//b",
                "/a",
                "a/%0a",
                "a/%00",
                "a/%7f",
                "a/%c0%ae%c0%ae/b"
            })
    void problemWhenAServerCouldReadAnotherPathThenOne(String path) {
        assertThat(UrlPath.problem(path)).isNotNull();
    }
}
