package io.agizo.cart.web;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import jakarta.validation.Validator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Carts over GraphQL, for whoever holds a cart's id. */
@Controller
class CartGraph {

    private final Carts carts;
    private final Mutations mutations;
    private final Validator validator;

    private final RequestLimits limits;

    CartGraph(Carts carts, Mutations mutations, Validator validator, RequestLimits limits) {
        this.carts = carts;
        this.mutations = mutations;
        this.validator = validator;
        this.limits = limits;
    }

    record CartCreated(CartView cart) implements MutationResult {}

    record CartUpdated(CartView cart) implements MutationResult {}

    @QueryMapping
    CartView cart(@Argument String id) {
        return carts.show(new CartId(id));
    }

    /** The secret itself, which a cart's id does not tell to whoever only writes it out. */
    @SchemaMapping(typeName = "Cart")
    String id(CartView cart) {
        return cart.id().secret();
    }

    @MutationMapping
    MutationResult createCart(Caller caller, @Nullable IdempotencyKey key) {
        Optional<Verdict> tooMany = tooMany();
        if (tooMany.isPresent()) {
            return CommonRefusal.of(tooMany.get().refusal());
        }
        IdempotencyKey own = caller.equals(Caller.anyone()) ? null : key;
        return mutations.once(own, CartCreated.class, () -> new CartCreated(carts.open()));
    }

    @MutationMapping
    MutationResult setCartLine(
            @Argument String cart,
            @Argument String sku,
            @Argument int quantity,
            @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            QuantityBody body = Faults.check(validator, new QuantityBody(quantity));
            int units = Objects.requireNonNull(body.quantity());
            return new CartUpdated(carts.put(new CartId(cart), sku(sku), units, ifVersion));
        });
    }

    @MutationMapping
    MutationResult removeCartLine(@Argument String cart, @Argument String sku, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new CartUpdated(carts.remove(new CartId(cart), sku(sku), ifVersion)));
    }

    /** One operation may open many carts, and each counts. */
    private Optional<Verdict> tooMany() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                        && current.getResponse() != null
                ? limits.refusalOfCart(current.getRequest(), current.getResponse())
                : Optional.empty();
    }

    private static Sku sku(String sku) {
        return InvalidInput.at("/sku", () -> new Sku(sku));
    }
}
