package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import crates.CrateShop;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HostileConnectionsJourneyTests {

    private static final String HOST = "Host: 127.0.0.1\r\nConnection: close\r\n";
    private static final Pattern PROBLEM = Pattern.compile(
            "HTTP/1.1 (?<status>4[0-9]{2}) .*Content-Type: application/problem\\+json.*\r\n\r\n(?<body>\\{.*\\})",
            Pattern.DOTALL);
    private static final String POST = "POST /api/v1/crates HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

    static Stream<String> requests() {
        return Stream.of(
                "rubbish\r\n\r\n",
                "GET\r\n\r\n",
                "G\0T / HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates HTTP/9.9\r\n" + HOST + "\r\n",
                "GET /api/v1/crates\u0001 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=<> HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=\u00e9 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=%00 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=%ff HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=%ed%a0%80 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=%4 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates/%00 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates/%ff HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates/%2f HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates/%2e%2e/ HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/../../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates;a=b HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=" + "x".repeat(5_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/crates?q=" + "x".repeat(50_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/none HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(50_000) + "\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(500) + "\r\n",
                "GET /api/v1/none HTTP/1.1\r\n" + HOST + "X: \0\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\n" + HOST + "X\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\n" + HOST + ": y\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/none HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "BREW /api/v1/crates HTTP/1.1\r\n" + HOST + "\r\n",
                "TRACE /api/v1/crates HTTP/1.1\r\n" + HOST + "\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n",
                POST + "Content-Length: -1\r\n\r\n",
                POST + "Content-Length: 99999999999999999999\r\n\r\n",
                POST + "Content-Length: 3000000\r\n\r\n",
                POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   ",
                POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                POST + "Content-Length: 50\r\n\r\n{}",
                POST + "Transfer-Encoding: brotli\r\n\r\n{}",
                POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n{}",
                POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                POST + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                POST + "Expect: the impossible\r\nContent-Length: 2\r\n\r\n{}",
                POST + "Idempotency-Key: \u00e9\r\nContent-Length: 29\r\n\r\n{\"code\": \"key\", \"lines\": []}   ",
                POST + "Idempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Length: 31\r\n\r\n"
                        + "{\"code\": \"keys\", \"lines\": []}   ",
                "POST /api/v1/crates HTTP/1.1\r\n" + HOST + "Content-Type: \0\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/crates HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/json;charset=\"\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/crates HTTP/1.1\r\n" + HOST
                        + "Content-Type: multipart/form-data\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/crates HTTP/1.1\r\n" + HOST
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\n--x\r\n",
                "POST /api/v1/crates HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=%ff",
                "GET /api/v1/crates HTTP/1.1\r\n" + HOST + "Accept: text/html;q=nan, */rubbish\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areRefusedWithAProblemDocument(String request) {
        String response = RawConnection.send(CrateShop.port(), request);

        Matcher matcher = PROBLEM.matcher(response);
        assertThat(matcher.find()).as(request + "\n=>\n" + response).isTrue();
        JsonNode problem = Http.JSON.readTree(matcher.group("body"));
        assertThat(problem.get("status").asString()).isEqualTo(matcher.group("status"));
        assertThat(problem.get("type").asString()).startsWith("/problems/");
    }
}
