package io.agizo.orders.web;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.RateLimit;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.api.RequestLimits;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.KeptResults;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.cart.CartId;
import io.agizo.identity.Caller;
import io.agizo.orders.CheckOut;
import io.agizo.orders.CheckOut.Press;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checkout over GraphQL: a cart becomes an order. */
@Controller
class CheckoutGraph {

    private final CheckOut checkOut;
    private final Mutations mutations;
    private final KeptResults kept;
    private final RequestLimits limits;
    private final Validator validator;
    private final Shop shop;

    CheckoutGraph(
            CheckOut checkOut,
            Mutations mutations,
            KeptResults kept,
            RequestLimits limits,
            Validator validator,
            Shop shop) {
        this.checkOut = checkOut;
        this.mutations = mutations;
        this.kept = kept;
        this.limits = limits;
        this.validator = validator;
        this.shop = shop;
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
            Press press = Faults.check(validator, input)
                    .press(new CartId(cart), ifVersion, shop, LocaleContextHolder.getLocale(), network());
            return key == null
                    ? CheckoutResult.of(checkOut.checkOut(caller, press))
                    : kept.read(
                            checkOut.checkOut(caller, press, key, outcome -> kept.answer(CheckoutResult.of(outcome))),
                            CheckoutResult.class);
        });
    }

    /** One operation may hold many checkouts, and each counts. */
    private Optional<Verdict> tooMany() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                        && current.getResponse() != null
                ? limits.refusalOfCheckout(current.getRequest(), current.getResponse())
                : Optional.empty();
    }

    private static String network() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? RateLimit.network(current.getRequest())
                : "";
    }
}
