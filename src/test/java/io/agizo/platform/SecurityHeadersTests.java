package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void asksForTlsForAYearBehindTlsOnly() throws Exception {
        new SecurityHeaders(false, any -> false).doFilter(request, response, (in, out) -> {});
        assertThat(response.getHeader("Strict-Transport-Security")).isNull();

        new SecurityHeaders(true, any -> false).doFilter(request, response, (in, out) -> {});

        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void forbidsToStoreWhatDoesNotSayHowItMayBe() throws Exception {
        SecurityHeaders ofApi = new SecurityHeaders(true, any -> true);
        ofApi.doFilter(request, response, (in, out) -> {});
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");

        ofApi.doFilter(
                request, response, (in, out) -> ((HttpServletResponse) out).addHeader("Cache-Control", "no-cache"));

        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void staysWhenAnErrorMakesTheAnswerStartAgain() throws Exception {
        new SecurityHeaders(true, any -> false).doFilter(request, response, (in, out) -> out.reset());

        assertThat(response.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
