package io.agizo.orders.web;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.KeptResults;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.cart.CartId;
import io.agizo.identity.Caller;
import io.agizo.orders.CheckoutRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.web.WhoBuys.Who;
import jakarta.validation.Validator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checkout over GraphQL: a cart becomes an order. */
@Controller
class CheckoutGraph {

    private final OrderDesk desk;
    private final Mutations mutations;
    private final KeptResults kept;
    private final RequestLimits limits;
    private final Validator validator;
    private final WhoBuys whoBuys;
    private final CountedCheckouts counted;

    CheckoutGraph(
            OrderDesk desk,
            Mutations mutations,
            KeptResults kept,
            RequestLimits limits,
            Validator validator,
            WhoBuys whoBuys,
            CountedCheckouts counted) {
        this.desk = desk;
        this.mutations = mutations;
        this.kept = kept;
        this.limits = limits;
        this.validator = validator;
        this.whoBuys = whoBuys;
        this.counted = counted;
    }

    @MutationMapping
    MutationResult checkOut(
            Caller caller,
            @Argument String cart,
            @Argument CheckoutBody input,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        Optional<Verdict> tooMany = tooMany();
        if (tooMany.isPresent()) {
            return CommonRefusal.of(tooMany.get().refusal());
        }
        return mutations.run(() -> {
            CartId id = new CartId(cart);
            Who who = whoBuys.of(caller, id, Faults.check(validator, input));
            var wish = new CheckoutRequest(
                    id, ifVersion, who.buyer(), who.proof(), Objects.requireNonNullElse(input.note(), ""));
            return counted.checkOut(
                    caller,
                    id,
                    who,
                    seen -> key == null
                            ? CheckoutResult.of(seen.apply(desk.checkOut(wish)), who.contact())
                            : kept.read(
                                    desk.checkOut(
                                            wish,
                                            key.within(id.hash()),
                                            placement -> kept.answer(
                                                    CheckoutResult.of(seen.apply(placement), who.contact()))),
                                    CheckoutResult.class));
        });
    }

    /** One operation may hold many checkouts, and each counts. */
    private Optional<Verdict> tooMany() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                        && current.getResponse() != null
                ? limits.refusalOfCheckout(current.getRequest(), current.getResponse())
                : Optional.empty();
    }
}
