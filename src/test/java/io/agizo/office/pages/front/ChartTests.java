package io.agizo.office.pages.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.office.pages.front.Chart.Bar;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 5", "6, 10", "10, 10", "11, 20", "4999.99, 5000", "5000.01, 10000"})
    void endsAtARoundAmount(BigDecimal highest, BigDecimal top) {
        assertThat(Chart.of(List.of(highest)).top()).isEqualByComparingTo(top);
    }

    @Test
    void drawsEachDayFromTheBottom() {
        List<Bar> bars = Chart.of(List.of(BigDecimal.TEN, BigDecimal.valueOf(5), BigDecimal.ZERO))
                .bars();

        assertThat(bars).extracting(Bar::height).containsExactly(Chart.HEIGHT, Chart.HEIGHT / 2, 0);
        assertThat(bars).allMatch(bar -> bar.y() + bar.height() == Chart.HEIGHT);
        assertThat(bars).extracting(Bar::x).isSorted();
    }

    @Test
    void showsWhatIsSmallBesideTheBestDay() {
        assertThat(Chart.of(List.of(BigDecimal.valueOf(1_000_000), BigDecimal.ONE))
                        .bars())
                .extracting(Bar::height)
                .allMatch(height -> height > 0);
    }

    @Test
    void fitsAQuarterIntoItsWidth() {
        assertThat(Chart.of(Collections.nCopies(92, BigDecimal.ONE)).bars())
                .allMatch(bar -> bar.width() > 0 && bar.x() + bar.width() <= Chart.WIDTH);
    }
}
