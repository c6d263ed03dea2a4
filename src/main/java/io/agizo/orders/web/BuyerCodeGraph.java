package io.agizo.orders.web;

import io.agizo.api.Faults;
import io.agizo.api.RateLimit;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.cart.CartId;
import io.agizo.orders.ProveBuyer;
import io.agizo.orders.ProveBuyer.Texted;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.time.Instant;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Codes over GraphQL by which shoppers prove their numbers. */
@Controller
class BuyerCodeGraph {

    private final ProveBuyer proofs;
    private final Mutations mutations;
    private final Validator validator;
    private final Shop shop;

    BuyerCodeGraph(ProveBuyer proofs, Mutations mutations, Validator validator, Shop shop) {
        this.proofs = proofs;
        this.mutations = mutations;
        this.validator = validator;
        this.shop = shop;
    }

    record BuyerCodeTexted(PhoneNumber phone, Instant goodUntil) implements MutationResult {}

    @MutationMapping
    MutationResult textBuyerCode(@Argument String cart, @Argument String phone) {
        return mutations.run(() -> {
            BuyerCodeBody body = Faults.check(validator, new BuyerCodeBody(phone));
            Texted texted = proofs.text(
                    new CartId(cart), body.number(shop), LocaleContextHolder.getLocale(), RateLimit.network(request()));
            return new BuyerCodeTexted(texted.phone(), texted.goodUntil());
        });
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
