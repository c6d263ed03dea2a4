package io.agizo.api.graphql.web;

import graphql.execution.AbortExecutionException;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.agizo.api.PageRequest;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may come to at most, worked out from its text before anyone has checked it: a value costs 1, a field
 * of the root {@value #ROOT_FIELD} for its statements, and a list as often its contents as it may have items.
 *
 * <p>Each fragment is looked at once, so the time is that of reading the text, however often fragments are spread.
 */
final class OperationCost {

    /** The fullest page of 200 orders, with products, comes to some 40,000. */
    static final int MOST = 60_000;

    /** The deepest thing to ask for, the stock of the products of the lines of orders, lies eight levels down. */
    static final int DEEPEST = 15;

    /** A field of the root is a statement of the database or a change; so there are at most 60 in an operation. */
    private static final int ROOT_FIELD = 1_000;

    /** As many items as a list without pages has in the usual case: lines, events and texts of an order. */
    private static final int FEW = 5;

    private static final int PAGE = PageRequest.MOST;
    private static final Cost NOTHING = new Cost(0, 0, 0);

    private final GraphQLSchema schema;
    private final OperationDefinition operation;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Cost> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private record Cost(int depth, long values, int roots) {

        Cost plus(Cost other) {
            return new Cost(Math.max(depth, other.depth), values + other.values, roots + other.roots);
        }
    }

    OperationCost(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        this.schema = schema;
        this.operation = operation;
        this.variables = variables;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, second) -> first));
    }

    /** Refuses what costs too much; tells how many fields of the root there are, each of which is a request of its own. */
    int requireAffordable() {
        return of(operation.getSelectionSet(), rootType(), 0).roots;
    }

    private @Nullable GraphQLType rootType() {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private Cost of(@Nullable SelectionSet selections, @Nullable GraphQLType type, int level) {
        if (selections == null) {
            return NOTHING;
        }
        if (level > DEEPEST) {
            throw new AbortExecutionException("The operation nests more than " + DEEPEST + " levels deep.");
        }
        Cost sum = NOTHING;
        for (Selection<?> selection : selections.getSelections()) {
            sum = sum.plus(
                    switch (selection) {
                        case Field field -> of(field, type, level);
                        case InlineFragment inline ->
                            of(inline.getSelectionSet(), type(inline.getTypeCondition(), type), level);
                        case FragmentSpread spread -> of(spread, level);
                        default -> throw new IllegalStateException("A selection of no known kind");
                    });
            requireWithin(sum, level);
        }
        return sum;
    }

    private void requireWithin(Cost cost, int level) {
        if (level + cost.depth > DEEPEST) {
            throw new AbortExecutionException("The operation nests more than " + DEEPEST + " levels deep.");
        }
        if (cost.values > MOST) {
            throw new AbortExecutionException("The operation may come to more than " + MOST
                    + " values. Ask for fewer fields, for fewer items of each list, or in several operations.");
        }
    }

    /** Fields of introspection are free here: the library has limits of its own for them. */
    private Cost of(Field field, @Nullable GraphQLType parent, int level) {
        if (field.getName().startsWith("__")) {
            return new Cost(1, 1, 0);
        }
        GraphQLFieldDefinition definition =
                parent instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
        GraphQLType type = definition == null ? null : GraphQLTypeUtil.unwrapAll(definition.getType());
        Cost contents = of(field.getSelectionSet(), type, level + 1);
        int own = level == 0 ? ROOT_FIELD : 1;
        return new Cost(contents.depth + 1, own + contents.values * times(field, definition), level == 0 ? 1 : 0);
    }

    private Cost of(FragmentSpread spread, int level) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment == null) {
            return NOTHING;
        }
        Cost cost = known.get(fragment.getName());
        if (cost == null) {
            if (!open.add(fragment.getName())) {
                throw new AbortExecutionException("The fragment " + fragment.getName() + " contains itself.");
            }
            cost = of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), null), level);
            known.put(fragment.getName(), cost);
        }
        return cost;
    }

    private @Nullable GraphQLType type(@Nullable TypeName condition, @Nullable GraphQLType otherwise) {
        return condition == null ? otherwise : schema.getType(condition.getName());
    }

    /** How often the contents of the field may come: once for each item of its page, or of its list. */
    private int times(Field field, @Nullable GraphQLFieldDefinition definition) {
        if (definition == null) {
            return 1;
        }
        if (definition.getArgument(PageOfConnection.FIRST) != null) {
            return field.getArguments().stream()
                    .filter(argument -> argument.getName().equals(PageOfConnection.FIRST))
                    .findFirst()
                    .map(this::items)
                    .orElse(PageRequest.USUAL);
        }
        boolean isList = GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
        return isList && !definition.getName().equals("edges") ? FEW : 1;
    }

    /** A whole page for what is not a number from 1 to a page: it is refused later on. */
    private int items(Argument first) {
        Object value = switch (first.getValue()) {
            case IntValue number -> number.getValue();
            case VariableReference variable -> variables.get(variable.getName());
            default -> null;
        };
        int items = value instanceof BigInteger || value instanceof Integer ? ((Number) value).intValue() : PAGE;
        return items < 1 || items > PAGE ? PAGE : items;
    }
}
