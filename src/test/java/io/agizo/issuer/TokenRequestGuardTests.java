package io.agizo.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TokenRequestGuardTests {

    private static final int PLACES = 8;

    private final TokenRequestGuard guard = new TokenRequestGuard("/oauth2/token", "/oauth2/revoke", new OAuthErrors());

    @Test
    void aFloodIsAskedToComeBackWhileAFewAreServed() {
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch flooded = new CountDownLatch(1);
        FilterChain slow = (request, response) -> {
            inside.incrementAndGet();
            await(flooded);
        };

        List<MockHttpServletResponse> answers = Together.run(PLACES + 4, () -> {
            MockHttpServletResponse answer = request(slow);
            if (answer.getStatus() == 503) {
                flooded.countDown();
            }
            return answer;
        });

        assertThat(answers)
                .filteredOn(answer -> answer.getStatus() == 503)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
                    assertThat(answer.getContentAsString()).contains("temporarily_unavailable");
                });
        assertThat(answers).filteredOn(answer -> answer.getStatus() == 200).hasSizeGreaterThanOrEqualTo(PLACES);
        assertThat(inside.get()).isBetween(PLACES, PLACES + 3);
    }

    @Test
    void aPlaceIsFreeAgainAfterAFailure() throws Exception {
        FilterChain broken = (request, response) -> {
            throw new IllegalArgumentException("broken");
        };
        for (int i = 0; i < PLACES + 1; i++) {
            try {
                request(broken);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }

        assertThat(request((request, response) -> {}).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse request(FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.setServletPath("/oauth2/token");
        request.setContentType("application/x-www-form-urlencoded");
        request.addHeader("Authorization", "Basic eA==");
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(request, response, chain);
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
