package io.agizo.orders.web;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.orders.ManyOrdersId;
import io.agizo.orders.ManyOrdersReport;
import io.agizo.orders.OrderAction;
import io.agizo.orders.StepManyOrders;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Steps with many orders over GraphQL. */
@Controller
class ManyOrdersGraph {

    private final StepManyOrders many;
    private final Mutations mutations;
    private final Validator validator;
    private final Shop shop;

    ManyOrdersGraph(StepManyOrders many, Mutations mutations, Validator validator, Shop shop) {
        this.many = many;
        this.mutations = mutations;
        this.validator = validator;
        this.shop = shop;
    }

    record ManyOrdersQueued(UUID id) implements MutationResult {}

    @QueryMapping
    ManyOrdersReport manyOrders(Caller caller, @Argument UUID id) {
        return many.report(caller, new ManyOrdersId(id));
    }

    @MutationMapping
    MutationResult acceptOrders(Caller caller, @Argument ManyOrdersBody orders, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.ACCEPT, orders, null, key);
    }

    @MutationMapping
    MutationResult rejectOrders(
            Caller caller, @Argument ManyOrdersBody orders, @Argument String reason, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.REJECT, orders, reason, key);
    }

    @MutationMapping
    MutationResult fulfilOrders(Caller caller, @Argument ManyOrdersBody orders, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.FULFIL, orders, null, key);
    }

    @MutationMapping
    MutationResult cancelOrders(
            Caller caller,
            @Argument ManyOrdersBody orders,
            @Argument @Nullable String reason,
            @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.CANCEL, orders, reason, key);
    }

    private MutationResult ask(
            Caller caller,
            OrderAction action,
            ManyOrdersBody orders,
            @Nullable String reason,
            @Nullable IdempotencyKey key) {
        MutationResult result = mutations.once(caller, action.permission(), key, ManyOrdersQueued.class, () -> {
            ManyOrdersBody asked = Faults.check(validator, new ManyOrdersBody(orders.numbers(), orders.all(), reason));
            return new ManyOrdersQueued(many.ask(caller, action, asked.which(shop), asked.reason(), null)
                    .value());
        });
        many.begin();
        return result;
    }
}
