package io.agizo.office.pages.front;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of one bar for each day, in the units of a drawing that browsers stretch to the room there is.
 *
 * @param top the amount at the upper edge, a round one
 */
public record Chart(BigDecimal top, List<Bar> bars) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    private static final int GAP = 4;
    private static final int LEAST_SEEN = 2;

    /** One day's bar, from the upper left corner. */
    public record Bar(int x, int y, int width, int height) {}

    static Chart of(List<BigDecimal> amounts) {
        BigDecimal top = round(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::max));
        int step = WIDTH / Math.max(1, amounts.size());
        List<Bar> bars = new ArrayList<>(amounts.size());
        for (BigDecimal amount : amounts) {
            int height = height(amount, top);
            bars.add(new Bar(bars.size() * step + GAP / 2, HEIGHT - height, step - GAP, height));
        }
        return new Chart(top, List.copyOf(bars));
    }

    /** What was sold is seen, however little it was beside the best day. */
    private static int height(BigDecimal amount, BigDecimal top) {
        int height = amount.multiply(BigDecimal.valueOf(HEIGHT))
                .divide(top, RoundingMode.HALF_UP)
                .intValue();
        return amount.signum() > 0 ? Math.max(LEAST_SEEN, height) : 0;
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on that is no smaller. */
    private static BigDecimal round(BigDecimal highest) {
        BigDecimal power = BigDecimal.ONE;
        while (power.multiply(BigDecimal.TEN).compareTo(highest) < 0) {
            power = power.multiply(BigDecimal.TEN);
        }
        for (int times : List.of(1, 2, 5)) {
            BigDecimal rounded = power.multiply(BigDecimal.valueOf(times));
            if (rounded.compareTo(highest) >= 0) {
                return rounded;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }
}
