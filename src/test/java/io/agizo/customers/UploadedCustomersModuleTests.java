package io.agizo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.IdempotentAnswers;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.RowOutcome.Created;
import io.agizo.shared.RowOutcome.Refused;
import io.agizo.shared.RowOutcome.Unchanged;
import io.agizo.shared.RowOutcome.Updated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UploadedCustomersModuleTests {

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(UpsertCustomers.class, IdempotentAnswers.class);

    @Test
    void recordsThoseWhoAreNew() {
        assertThat(upsert(row("C-001", "Amina Otieno", "0711000001", "amina@example.com")))
                .containsExactly(new Created());

        CustomerView amina = customer("C-001");
        assertThat(CustomerDetails.of(amina))
                .isEqualTo(new CustomerDetails("C-001", "Amina Otieno", "+254711000001", "amina@example.com", "en"));
        assertThat(amina.version()).isEqualTo(1);
    }

    @Test
    void changesNothingTheSecondTime() {
        CustomerDetails row = row("C-001", "Amina Otieno", "0711000001", null);
        upsert(row);
        CustomerView before = customer("C-001");

        assertThat(upsert(row)).containsExactly(new Unchanged());
        assertThat(customer("C-001")).isEqualTo(before);
    }

    @Test
    void changesWhatARowSaysAndLeavesTheRest() {
        upsert(row("C-001", "Amina Otieno", "0711000001", "amina@example.com"));

        assertThat(upsert(row("C-001", "Amina Wanjiku", "", null))).containsExactly(new Updated());

        CustomerView amina = customer("C-001");
        assertThat(CustomerDetails.of(amina))
                .isEqualTo(new CustomerDetails("C-001", "Amina Wanjiku", "+254711000001", "amina@example.com", "en"));
        assertThat(amina.version()).isEqualTo(2);
    }

    @Test
    void assignsACodeToARowWithoutOne() {
        assertThat(upsert(row(null, "Amina", null, null), row("", "Baraka", null, null)))
                .containsExactly(new Created(), new Created());
        assertThat(shop.sql()
                        .sql("select code from customer")
                        .query(String.class)
                        .list())
                .allMatch(code -> code.matches("C-[0-9A-Z]{5}"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void refusesABadRowAndTakesItsNeighbours() {
        List<RowOutcome> outcomes = upsert(
                row("C-001", "Amina", null, null),
                row("C 002", " ", "12", "nobody"),
                row("C-003", "Chao\u0007", null, null),
                row("C-004", "Dalila", null, null));

        assertThat(outcomes.get(0)).isEqualTo(new Created());
        assertThat(faults(outcomes.get(1))).containsOnlyKeys("/code", "/name", "/phone", "/email");
        assertThat(faults(outcomes.get(2))).containsOnlyKeys("/name");
        assertThat(outcomes.get(3)).isEqualTo(new Created());
    }

    @Test
    void takesRowsWithOneCodeOneAfterTheOther() {
        assertThat(upsert(
                        row("C-001", "Amina", null, null),
                        row("C-001", null, "0711000001", null),
                        row("C-001", "Amina", "0711000001", null)))
                .containsExactly(new Created(), new Updated(), new Unchanged());
        assertThat(CustomerDetails.of(customer("C-001")))
                .isEqualTo(new CustomerDetails("C-001", "Amina", "+254711000001", null, "en"));
    }

    @Test
    void recordsEachOnceWhenOneListComesTwiceAtOnce() {
        List<CustomerDetails> list = IntStream.range(0, 200)
                .mapToObj(i -> row("C-" + i, "Number " + i, null, null))
                .toList();

        List<List<RowOutcome>> outcomes = Together.run(4, () -> {
            List<CustomerDetails> shuffled = new ArrayList<>(list);
            Collections.shuffle(shuffled);
            return shop.get(UpsertCustomers.class).upsert(Callers.shopkeeper(), shuffled);
        });

        Map<RowOutcome, Long> counts = outcomes.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertThat(counts).containsOnly(Map.entry(new Created(), 200L), Map.entry(new Unchanged(), 600L));
    }

    @Test
    void needsThePermission() {
        assertThatThrownBy(() ->
                        shop.get(UpsertCustomers.class).upsert(Callers.with(Permission.CUSTOMERS_READ), List.of()))
                .isInstanceOf(PermissionDenied.class);
    }

    private List<RowOutcome> upsert(CustomerDetails... rows) {
        return shop.get(UpsertCustomers.class).upsert(Callers.shopkeeper(), List.of(rows));
    }

    private CustomerView customer(String code) {
        return shop.get(CustomerDirectory.class)
                .byCode(List.of(new CustomerCode(code)))
                .values()
                .iterator()
                .next();
    }

    private static Map<String, String> faults(RowOutcome outcome) {
        return ((Refused) outcome).faults().stream().collect(Collectors.toMap(Fault::pointer, Fault::message));
    }

    private static CustomerDetails row(
            @Nullable String code, @Nullable String name, @Nullable String phone, @Nullable String email) {
        return new CustomerDetails(code, name, phone, email, null);
    }
}
