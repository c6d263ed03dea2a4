package io.agizo.customers.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerView;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.NotFound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers over GraphQL. */
@Controller
class CustomerGraph {

    private final Customers customers;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;

    CustomerGraph(Customers customers, Mutations mutations, MergePatch mergePatch, JsonMapper json) {
        this.customers = customers;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
    }

    record CustomerCreated(CustomerView customer) implements MutationResult {}

    record CustomerUpdated(CustomerView customer) implements MutationResult {}

    record CustomerDeleted(String code) implements MutationResult {}

    @QueryMapping
    CustomerView customer(Caller caller, @Argument String code) {
        return customers.get(caller, known(code));
    }

    @QueryMapping
    Connection<CustomerView> customers(Caller caller, @Argument @Nullable String q, PageRequest page) {
        return Connection.of(customers.list(caller, q, page));
    }

    @MutationMapping
    MutationResult createCustomer(Caller caller, @Argument CustomerDetails input, @Nullable IdempotencyKey key) {
        return mutations.once(
                caller,
                Permission.CUSTOMERS_WRITE,
                key,
                CustomerCreated.class,
                () -> new CustomerCreated(customers.register(caller, input)));
    }

    @MutationMapping
    MutationResult updateCustomer(
            Caller caller,
            @Argument String code,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new CustomerUpdated(customers.change(
                caller, known(code), ifVersion, details -> mergePatch.apply(details, patch, CustomerDetails.class))));
    }

    @MutationMapping
    MutationResult deleteCustomer(Caller caller, @Argument String code, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            customers.erase(caller, known(code), ifVersion);
            return new CustomerDeleted(code);
        });
    }

    private static CustomerCode known(String code) {
        return CustomerCode.ifValid(code).orElseThrow(() -> new NotFound("No customer has such a code."));
    }
}
