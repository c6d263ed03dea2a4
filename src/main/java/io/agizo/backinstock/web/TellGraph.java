package io.agizo.backinstock.web;

import io.agizo.api.Faults;
import io.agizo.api.RateLimit;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.backinstock.AskToBeTold;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.time.Instant;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Wishes over GraphQL to be told when a product is back. */
@Controller
class TellGraph {

    private final AskToBeTold wishes;
    private final Mutations mutations;
    private final Validator validator;

    TellGraph(AskToBeTold wishes, Mutations mutations, Validator validator) {
        this.wishes = wishes;
        this.mutations = mutations;
        this.validator = validator;
    }

    record WishNoted(String sku, PhoneNumber phone, Instant until) implements MutationResult {}

    @MutationMapping
    MutationResult tellWhenBack(@Argument String sku, @Argument String phone) {
        return mutations.run(() -> {
            TellBody body = Faults.check(validator, new TellBody(phone));
            return switch (wishes.ask(
                    known(sku), body.written(), LocaleContextHolder.getLocale(), RateLimit.network(request()))) {
                case Answer.Noted noted -> new WishNoted(noted.sku().value(), noted.phone(), noted.until());
                case Answer.InStock inStock -> CommonRefusal.of(TellProblems.of(inStock));
                case Answer.SaidStop saidStop -> CommonRefusal.of(TellProblems.of(saidStop));
            };
        });
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("There is no product " + sku + "."));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
