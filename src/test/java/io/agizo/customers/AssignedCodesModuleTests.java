package io.agizo.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.ModuleContext;
import io.agizo.api.IdempotentAnswers;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AssignedCodesModuleTests {

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Customers.class, IdempotentAnswers.class);

    @Test
    void growWhereTheShortOnesAreTaken() {
        List<Person> people = IntStream.range(0, 3)
                .mapToObj(i -> new Person("Number " + i, null, null, "en"))
                .toList();

        List<CustomerView> customers = alwaysDrawing(0).record(people);

        assertThat(customers)
                .extracting(customer -> customer.code().value())
                .containsExactly("C-22222", "C-222222", "C-2222222");
        assertThat(customers).extracting(CustomerView::name).containsExactly("Number 0", "Number 1", "Number 2");
        assertThat(shop.get(CustomerDirectory.class)
                        .byId(customers.stream().map(CustomerView::id).toList())
                        .values())
                .containsExactlyInAnyOrderElementsOf(customers);
    }

    private NewCustomers alwaysDrawing(long bits) {
        RandomGenerator stuck = () -> bits;
        return new NewCustomers(shop.get(CustomerStore.class), shop.get(Clock.class), stuck);
    }
}
