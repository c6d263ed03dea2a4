package io.agizo.orders.web;

import static io.agizo.orders.web.OrderController.number;

import io.agizo.api.Faults;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.CancelOrder;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.Decision;
import io.agizo.orders.EditOrder;
import io.agizo.orders.FulfilOrder;
import io.agizo.orders.OrderEdit;
import io.agizo.orders.ReturnOrder;
import io.agizo.orders.VoidOrder;
import io.agizo.orders.web.OrderResult.OrderVoided;
import io.agizo.shared.Shop;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an order over GraphQL: editing, deciding, handing over, taking back, calling off and voiding. */
@Controller
class OrderStepGraph {

    private final EditOrder edit;
    private final DecideOrder decide;
    private final FulfilOrder fulfil;
    private final ReturnOrder takeBack;
    private final CancelOrder cancel;
    private final VoidOrder strike;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final Validator validator;
    private final JsonMapper json;
    private final Shop shop;

    OrderStepGraph(
            EditOrder edit,
            DecideOrder decide,
            FulfilOrder fulfil,
            ReturnOrder takeBack,
            CancelOrder cancel,
            VoidOrder strike,
            Mutations mutations,
            MergePatch mergePatch,
            Validator validator,
            JsonMapper json,
            Shop shop) {
        this.edit = edit;
        this.decide = decide;
        this.fulfil = fulfil;
        this.takeBack = takeBack;
        this.cancel = cancel;
        this.strike = strike;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.validator = validator;
        this.json = json;
        this.shop = shop;
    }

    @MutationMapping
    MutationResult editOrder(
            Caller caller,
            @Argument String number,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> {
            OrderEdit wanted = mergePatch
                    .apply(OrderEditBody.NOTHING, patch, OrderEditBody.class)
                    .edit(patch, shop);
            return OrderResult.of(edit.edit(caller, number(number), ifVersion, wanted));
        });
    }

    @MutationMapping
    MutationResult acceptOrder(
            Caller caller,
            @Argument String number,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return step(caller, Permission.ORDERS_DECIDE, key, () -> decide.accept(caller, number(number), ifVersion));
    }

    @MutationMapping
    MutationResult rejectOrder(
            Caller caller,
            @Argument String number,
            @Argument String reason,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return step(
                caller,
                Permission.ORDERS_DECIDE,
                key,
                () -> decide.reject(
                        caller,
                        number(number),
                        ifVersion,
                        valid(new ReasonBody(reason)).required()));
    }

    @MutationMapping
    MutationResult fulfilOrder(
            Caller caller,
            @Argument String number,
            @Argument @Nullable List<UnitsBody> lines,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return step(
                caller,
                Permission.ORDERS_FULFIL,
                key,
                () -> fulfil.fulfil(
                        caller,
                        number(number),
                        ifVersion,
                        valid(new FulfilmentBody(lines)).units()));
    }

    @MutationMapping
    MutationResult returnOrder(
            Caller caller,
            @Argument String number,
            @Argument @Nullable List<UnitsBody> lines,
            @Argument @Nullable Boolean restock,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return step(caller, Permission.ORDERS_FULFIL, key, () -> {
            ReturnBody back = valid(new ReturnBody(lines, restock));
            return takeBack.takeBack(caller, number(number), ifVersion, back.units(), back.restocked());
        });
    }

    @MutationMapping
    MutationResult cancelOrder(
            Caller caller,
            @Argument String number,
            @Argument @Nullable String reason,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return step(
                caller,
                Permission.ORDERS_CANCEL,
                key,
                () -> cancel.cancel(
                        caller,
                        number(number),
                        ifVersion,
                        valid(new ReasonBody(reason)).reason()));
    }

    @MutationMapping
    MutationResult voidOrder(
            Caller caller,
            @Argument String number,
            @Argument @Nullable Boolean restock,
            @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            strike.strike(caller, number(number), ifVersion, restock);
            return new OrderVoided(number(number).value());
        });
    }

    private MutationResult step(
            Caller caller, Permission needed, @Nullable IdempotencyKey key, Supplier<Decision> step) {
        return mutations.once(caller, needed, key, OrderResult.class, () -> OrderResult.of(step.get()));
    }

    private <T> T valid(T body) {
        return Faults.check(validator, body);
    }
}
