package io.agizo.api.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.CannotStart;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerBehindProxiesTests {

    private static final String PROXY = "127.0.0.1";
    private static final List<String> NOTHING = List.of();

    private final CallerBehindProxies callers =
            new CallerBehindProxies(new TrustedProxies(List.of("127.0.0.0/8", "::1", "10.1.0.0/16", "fd00::/8")));

    @Test
    void isThePeerUnlessItIsATrustedProxy() {
        assertThat(find("198.51.100.1", NOTHING, List.of("203.0.113.7"))).isEqualTo("198.51.100.1");
        assertThat(find("198.51.100.1", List.of("for=203.0.113.7"), NOTHING)).isEqualTo("198.51.100.1");
        assertThat(find(PROXY, NOTHING, NOTHING)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7                            | 203.0.113.7",
                "203.0.113.7:4711                       | 203.0.113.7",
                "2001:db8::7                            | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7]                          | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7]:443                      | 2001:db8:0:0:0:0:0:7",
                "::ffff:203.0.113.7                     | 203.0.113.7",
                "1.2.3.4, 203.0.113.7                   | 203.0.113.7",
                "1.2.3.4, 203.0.113.7, 10.1.2.3         | 203.0.113.7",
                "1.2.3.4,203.0.113.7 ,, fd00::5,        | 203.0.113.7",
                "127.0.0.1, 203.0.113.7                 | 203.0.113.7",
                "10.2.0.1                               | 10.2.0.1",
                "10.1.0.1                               | 10.1.0.1",
                "203.0.113.7, unknown                   | 127.0.0.1",
                "203.0.113.7, _hidden, 10.1.0.1         | 10.1.0.1",
                "203.0.113.7, localhost                 | 127.0.0.1",
                "203.0.113.7, fe80::1%eth0              | 127.0.0.1",
                "203.0.113.7, 1.2.3                     | 127.0.0.1",
                "203.0.113.7, 1.2.3.999                 | 127.0.0.1",
                "203.0.113.7, [203.0.113.8]             | 127.0.0.1",
                "203.0.113.7, 203.0.113.8:port          | 127.0.0.1",
                "203.0.113.7, [2001:db8::7]evil         | 127.0.0.1",
                "203.0.113.7, [2001:db8::7              | 127.0.0.1",
                ", ,                                    | 127.0.0.1"
            })
    void isTheFirstFromTheRightWhoIsNoProxyOfOurs(String forwardedFor, String caller) {
        assertThat(find(PROXY, NOTHING, List.of(forwardedFor))).isEqualTo(caller);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=203.0.113.7                                        | 203.0.113.7",
                "For=\"203.0.113.7:4711\";proto=https                   | 203.0.113.7",
                "proto=https; for=\"[2001:db8::7]:4711\" ; by=10.1.0.1  | 2001:db8:0:0:0:0:0:7",
                "for=1.2.3.4, for=203.0.113.7;by=10.1.0.1, for=10.1.2.3 | 203.0.113.7",
                "for=\"1.2.3.4, for=203.0.113.7                         | 203.0.113.7",
                "for=\"1.2.3.4, x\\\", for=203.0.113.7                  | 203.0.113.7",
                "host=evil.example;for=203.0.113.7;host=\"a,for=1.1.1.1\" | 203.0.113.7",
                "for=203.0.113.7, for=unknown                           | 127.0.0.1",
                "for=203.0.113.7, for=\"_hidden:_port\"                 | 127.0.0.1",
                "for=203.0.113.7, proto=https                           | 127.0.0.1",
                "for=203.0.113.7, xfor=203.0.113.8                      | 127.0.0.1",
                "for=203.0.113.7, for=\"203.0\\.113.8\"                 | 127.0.0.1",
                "for=203.0.113.7, for=                                  | 127.0.0.1",
                "203.0.113.7                                            | 127.0.0.1"
            })
    void isReadInTheSameWayFromForwarded(String forwarded, String caller) {
        assertThat(find(PROXY, List.of(forwarded), NOTHING)).isEqualTo(caller);
    }

    @Test
    void isReadFromTheLastOfSeveralLines() {
        assertThat(find(PROXY, NOTHING, List.of("1.2.3.4", "203.0.113.7", "10.1.0.9")))
                .isEqualTo("203.0.113.7");
        assertThat(find(PROXY, List.of("for=1.2.3.4", "for=203.0.113.7"), NOTHING))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void isTheProxyWhereTheTwoHeadersContradictEachOther() {
        assertThat(find(PROXY, List.of("for=203.0.113.7"), List.of("203.0.113.7")))
                .isEqualTo("203.0.113.7");
        assertThat(find(PROXY, List.of("for=1.2.3.4"), List.of("203.0.113.7"))).isEqualTo(PROXY);
        assertThat(find(PROXY, List.of("for=203.0.113.7"), List.of("1.2.3.4"))).isEqualTo(PROXY);
        assertThat(find(PROXY, List.of("for=unknown"), List.of("203.0.113.7"))).isEqualTo(PROXY);
    }

    @Test
    void isFoundInHundredsOfEntries() {
        assertThat(find(PROXY, NOTHING, List.of("1.2.3.4, ".repeat(700) + "203.0.113.7")))
                .isEqualTo("203.0.113.7");
        assertThat(find(PROXY, NOTHING, List.of("203.0.113.7" + ", 10.1.0.1".repeat(700))))
                .isEqualTo("10.1.0.1");
    }

    @Test
    void isTheSameHoweverOftenItIsLookedFor() {
        List<String> way = List.of("203.0.113.7, 10.1.0.1, 10.1.0.2");
        String once = find(PROXY, NOTHING, way);

        assertThat(find(once, NOTHING, way)).isEqualTo(once);
        assertThat(find("10.1.0.1", NOTHING, List.of("broken, 10.1.0.1"))).isEqualTo("10.1.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "/8", "fe80::1%eth0", "fd00::/129"})
    void startsNoShopThatTrustsWhatIsNoAddress(String named) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(named)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(named);
    }

    private String find(String peer, List<String> forwarded, List<String> forwardedFor) {
        return callers.find(InetAddress.ofLiteral(peer), forwarded, forwardedFor)
                .getHostAddress();
    }
}
