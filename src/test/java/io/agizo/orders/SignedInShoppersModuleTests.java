package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.PageRequest;
import io.agizo.cart.CartId;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.inventory.Stock;
import io.agizo.notifications.TextFixtures;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Shoppers who have signed in: what is theirs, and what is not. */
class SignedInShoppersModuleTests {

    private static final CartId CART = new CartId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final PageRequest FIRST = new PageRequest(20, null);

    @AutoClose
    private final ModuleContext shop = ModuleContext.on(
            TestDatabase.fresh(),
            OrderDesk.class,
            Stock.class,
            PriceList.class,
            HoldCarts.class,
            CustomerDirectory.class,
            IdempotentAnswers.class,
            TextFixtures.class);

    private final CustomerView amina = customer("Amina", "+254711000001");
    private final CustomerView baraka = customer("Baraka", "+254711000002");
    private final ReadOwnOrders orders = shop.get(ReadOwnOrders.class);

    private CustomerView customer(String name, String phone) {
        return shop.transaction()
                .execute(status -> shop.get(CustomerDirectory.class)
                        .findOrCreate(List.of(new Contact(name, new PhoneNumber(phone))))
                        .getFirst());
    }

    private static Caller signedIn(CustomerView customer) {
        return new Caller(
                "019ab9c2-1c80-7000-8000-00000000000" + customer.name().length(),
                String.valueOf(customer.name()),
                Set.of(),
                customer.id().value());
    }

    private OrderNumber ordered(CustomerView customer) {
        var line = new NewOrderRequest.Line.OfItem(
                "Gift wrap", new Money(new BigDecimal("100"), ModuleContext.SHOP.currency()), 1);
        var order = new NewOrderRequest(new Buyer.Known(customer.code()), List.of(line), null, "", null, true);
        return ((Placed) shop.get(OrderDesk.class).place(Callers.shopkeeper(), order))
                .order()
                .number();
    }

    @Test
    void seeTheirOwnOrdersAndNobodyElses() {
        OrderNumber aminas = ordered(amina);
        OrderNumber barakas = ordered(baraka);

        assertThat(orders.list(signedIn(amina), FIRST).items())
                .extracting(Receipt::number)
                .containsExactly(aminas);
        Receipt receipt = orders.get(signedIn(amina), aminas);
        assertThat(receipt.customer().name()).isEqualTo("Amina");
        assertThat(receipt.messages()).hasSize(1);
        assertThat(receipt.toString()).doesNotContain(Callers.shopkeeper().name());
        assertThatThrownBy(() -> orders.get(signedIn(amina), barakas))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no order " + barakas + ".");
        assertThat(orders.list(Callers.shopkeeper(), FIRST).items()).isEmpty();
        assertThatThrownBy(() -> orders.get(Caller.anyone(), aminas)).isInstanceOf(NotFound.class);
    }

    @Test
    void areTheBuyersUnlessTheyNameAnother() {
        WhoBuys whoBuys = shop.get(WhoBuys.class);
        Press named = press(new Contact("Chao", new PhoneNumber("+254711000003")));
        Press unnamed = press(null);

        assertThat(whoBuys.of(signedIn(amina), unnamed).buyer()).isEqualTo(new Buyer.Known(amina.code()));
        assertThat(whoBuys.of(signedIn(amina), unnamed).contact()).isEqualTo(new Contact("Amina", amina.phone()));
        assertThat(whoBuys.of(signedIn(amina), named).contact().name()).isEqualTo("Chao");
        assertThatThrownBy(() -> whoBuys.of(Caller.anyone(), unnamed))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .extracting(InvalidInput.Fault::pointer)
                                .containsExactly("/customer"));
    }

    private static Press press(@Nullable Contact customer) {
        return new Press(CART, null, null, customer, null, "", "192.0.2.1");
    }
}
