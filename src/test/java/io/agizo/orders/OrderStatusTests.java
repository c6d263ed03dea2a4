package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStatusTests {

    @Test
    void takesTheStepsOfTheContractAndNoOther() {
        List<String> steps = new ArrayList<>();
        for (OrderStatus present : OrderStatus.values()) {
            for (OrderStatus next : OrderStatus.values()) {
                if (present.canBecome(next)) {
                    steps.add(present.word() + " → " + next.word());
                }
            }
        }
        assertThat(steps)
                .containsExactlyInAnyOrder(
                        "pending → accepted",
                        "pending → rejected",
                        "pending → cancelled",
                        "accepted → fulfilled",
                        "accepted → cancelled",
                        "fulfilled → returned");
    }

    @Test
    void freesStockWhereAnOrderEndsUnfulfilled() {
        assertThat(OrderStatus.values())
                .filteredOn(OrderStatus::freesStock)
                .containsExactly(OrderStatus.REJECTED, OrderStatus.CANCELLED);
    }

    @Test
    void readsTheWordsItWrites() {
        assertThat(OrderStatus.values())
                .allSatisfy(status -> assertThat(OrderStatus.of(status.word())).isEqualTo(status));
        assertThatThrownBy(() -> OrderStatus.of("lost"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("pending, accepted");
    }
}
