package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.Together;
import io.agizo.cart.CartId;
import io.agizo.cart.Carts;
import io.agizo.cart.HoldCarts;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** Codes that prove whose number it is, and what they do not prove. */
class ProvingBuyersModuleTests {

    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");
    private static final PhoneNumber OTHER = new PhoneNumber("+254711000002");
    private static final UUID ACCOUNT = UUID.fromString("019ab9c2-1c80-7000-8000-000000000001");

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final Carts carts = shop.get(Carts.class);
    private final Telephones telephones = new Telephones();
    private final BuyerCodes texted = new BuyerCodes(
            shop.get(BuyerCodeStore.class), telephones, shop.get(TextsForStrangers.class), shop.get(Clock.class));
    private final ProveBuyer proofs = new ProveBuyer(
            texted, telephones, shop.get(HoldCarts.class), shop.modules().transaction());
    private CartId cart = new CartId("AAAAAAAAAAAAAAAAAAAAAAAA");

    /** Keeps the codes that were texted; nobody but the person of the account has proved a number. */
    private static final class Telephones implements BuyerNumbers {

        private final Deque<String> codes = new ArrayDeque<>();

        @Override
        public Optional<PhoneNumber> proved(UUID account) {
            return account.equals(ACCOUNT) ? Optional.of(PHONE) : Optional.empty();
        }

        @Override
        public boolean arePossible() {
            return true;
        }

        @Override
        public Optional<Duration> pause() {
            return Optional.empty();
        }

        @Override
        public void text(PhoneNumber phone, String code, Purpose purpose, Instant goodUntil, Locale locale) {
            codes.add(code);
        }
    }

    @BeforeEach
    void openCart() {
        shop.stock("TEA", 1_000);
        cart = filled();
    }

    @Test
    void proveTheNumberForTheirCartHoweverOftenItIsPressed() {
        String code = text(cart, PHONE);

        assertThat(proof(cart, PHONE, code)).isEqualTo(Proof.PROVED);
        carts.put(cart, new Sku("TEA"), 9, null);
        assertThat(proof(cart, PHONE, ' ' + code + ' ')).isEqualTo(Proof.PROVED);
    }

    @Test
    void proveNothingForAnotherNumberOrAnotherCart() {
        String code = text(cart, PHONE);

        assertThat(proof(cart, OTHER, code)).isEqualTo(Proof.WRONG_CODE);
        assertThat(proof(filled(), PHONE, code)).isEqualTo(Proof.WRONG_CODE);
        assertThat(proof(cart, PHONE, null)).isEqualTo(Proof.NONE);
    }

    @Test
    void areVoidOnceAnotherWasTexted() {
        String first = text(cart, PHONE);
        String second = text(cart, OTHER);

        assertThat(proof(cart, PHONE, first)).isEqualTo(Proof.WRONG_CODE);
        assertThat(proof(cart, OTHER, second)).isEqualTo(Proof.PROVED);
    }

    @Test
    void dieAfterFiveWrongTriesHoweverManyAreMadeAtOnce() {
        String code = text(cart, PHONE);

        assertThat(Together.run(20, () -> proof(cart, PHONE, "wrong"))).containsOnly(Proof.WRONG_CODE);

        assertThat(shop.count("buyer_code where tries = 5")).isOne();
        assertThat(proof(cart, PHONE, code)).isEqualTo(Proof.WRONG_CODE);
    }

    @Test
    void areStillGoodAfterFourWrongTries() {
        String code = text(cart, PHONE);
        for (int i = 0; i < 4; i++) {
            assertThat(proof(cart, PHONE, "wrong")).isEqualTo(Proof.WRONG_CODE);
        }

        assertThat(proof(cart, PHONE, code)).isEqualTo(Proof.PROVED);
    }

    @Test
    void areNotTriedWhereTheCountCouldBeTakenBack() {
        text(cart, PHONE);
        ProveBuyer bean = shop.get(ProveBuyer.class);

        assertThatThrownBy(() ->
                        shop.modules().transaction().execute(status -> bean.of(Caller.anyone(), cart, PHONE, "wrong")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void proveNothingOnceTheirTimeIsOver() {
        String code = text(cart, PHONE);
        shop.sql().sql("update buyer_code set expires_at = now()").update();

        assertThat(proof(cart, PHONE, code)).isEqualTo(Proof.WRONG_CODE);
        texted.forgetExpired();
        assertThat(shop.count("buyer_code")).isZero();
    }

    @Test
    void areNotTextedForCartsThatAreNotThereOrAreOrders() {
        assertThatThrownBy(() -> text(new CartId("AAAAAAAAAAAAAAAAAAAAAAAA"), PHONE))
                .isInstanceOf(NotFound.class);
        shop.sql().sql("update cart set order_number = 'A7K29QX'").update();
        assertThatThrownBy(() -> text(cart, PHONE)).isInstanceOf(Conflict.class);
        assertThat(telephones.codes).isEmpty();
    }

    @Test
    void leaveTheLastOneGoodIfTooManyWereAskedFor() {
        String code = text(cart, PHONE);

        assertThatThrownBy(() -> IntStream.range(0, 20).forEach(again -> text(filled(), OTHER)))
                .isInstanceOf(TooMany.class);
        assertThat(telephones.codes).hasSizeLessThan(20);
        assertThat(proof(cart, PHONE, code)).isEqualTo(Proof.PROVED);
    }

    @Test
    void areTextedToNoNumberThatCostsMoreThanATelephone() {
        assertThatThrownBy(() -> text(cart, new PhoneNumber("+254900222111"))).isInstanceOf(InvalidInput.class);
        assertThat(telephones.codes).isEmpty();
    }

    @Test
    void areNotNeededAtTheCounterNorByWhoeverSignedInWithTheNumber() {
        Caller person = new Caller(ACCOUNT.toString(), "Amina", Set.of());
        Caller unproved = new Caller("019ab9c2-1c80-7000-8000-000000000002", "Baraka", Set.of());

        assertThat(proofs.of(Callers.shopkeeper(), cart, OTHER, null)).isEqualTo(Proof.PROVED);
        assertThat(proofs.of(person, cart, null, null)).isEqualTo(Proof.PROVED);
        assertThat(proofs.of(person, cart, PHONE, null)).isEqualTo(Proof.PROVED);
        assertThat(proofs.of(person, cart, OTHER, null)).isEqualTo(Proof.NONE);
        assertThat(proofs.of(unproved, cart, null, null)).isEqualTo(Proof.NONE);
    }

    private CartId filled() {
        CartId id = carts.open().id();
        carts.put(id, new Sku("TEA"), 1, null);
        return id;
    }

    private String text(CartId id, PhoneNumber phone) {
        assertThat(proofs.text(id, phone, Locale.ENGLISH, "198.51.100.7").phone())
                .isEqualTo(phone);
        return List.copyOf(telephones.codes).getLast();
    }

    private Proof proof(CartId id, PhoneNumber phone, @Nullable String code) {
        return proofs.of(Caller.anyone(), id, phone, code);
    }
}
