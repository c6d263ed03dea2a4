package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class PageAddressTests {

    @Test
    void leadsForwardsAndBackTheSameWay() {
        String second = of("status=pending").next("AAA");
        String third = after(second).next("BBB");

        assertThat(second).isEqualTo("?status=pending&cursor=AAA&back=-");
        assertThat(third).isEqualTo("?status=pending&cursor=BBB&back=-,AAA");
        assertThat(after(third).previous()).isEqualTo(second);
        assertThat(after(second).previous()).isEqualTo("?status=pending");
        assertThat(of("status=pending").previous()).isNull();
    }

    @Test
    void leadsToTheBeginningWhereNothingSaysWhatWasBefore() {
        assertThat(of("cursor=AAA").previous()).isEqualTo("?");
    }

    @Test
    void forgetsTheBeginningOfALongTrail() {
        String trail = String.join(",", Collections.nCopies(100, "x".repeat(60)));

        String next = of("cursor=AAA&back=" + trail).next("BBB");

        assertThat(next).hasSizeLessThan(2_200).endsWith(",AAA");
    }

    @Test
    void changesOneQuestionAndKeepsTheOthersAsTheyWereWritten() {
        assertThat(of("q=caf%C3%A9+%26&cursor=AAA&back=-").first().with("status", "pending & more"))
                .isEqualTo("?q=caf%C3%A9+%26&status=pending%20%26%20more");
        assertThat(of("q=tea&status=pending").with("status", null)).isEqualTo("?q=tea");
        assertThat(of(null).with("lang", "sw")).isEqualTo("?lang=sw");
    }

    private static PageAddress after(String address) {
        return of(address.substring(1));
    }

    private static PageAddress of(String query) {
        return new PageAddress(query);
    }
}
