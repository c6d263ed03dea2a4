package io.agizo.api.graphql.web;

import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.OperationDefinition;
import graphql.parser.ParserOptions;
import graphql.schema.DataFetcher;
import graphql.validation.ValidationError;
import io.agizo.api.json.StrictText;
import io.agizo.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses an operation that is too large, too deep or too costly, before it is validated and long before it runs. */
@Component
class DocumentLimits extends SimplePerformantInstrumentation {

    /**
     * The longest operation that our own clients send has some 2,000 characters; values belong into the variables. The
     * rule depth is the parser's own recursion, some five levels of it for one of the document.
     */
    static final ParserOptions PARSING = ParserOptions.newParserOptions()
            .maxCharacters(32_768)
            .maxTokens(5_000)
            .maxWhitespaceTokens(20_000)
            .maxRuleDepth(200)
            .captureLineComments(false)
            .captureIgnoredChars(false)
            .build();

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        Map<String, Object> variables = parameters.getVariables();
        for (OperationDefinition operation : parameters.getDocument().getDefinitionsOfType(OperationDefinition.class)) {
            new OperationCost(parameters.getSchema(), parameters.getDocument(), operation, variables)
                    .requireAffordable();
        }
        return super.beginValidation(parameters, state);
    }

    /** Looks through the text that a field is given: what the operation itself spells out, no JSON has looked through. */
    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        if (parameters.isTrivialDataFetcher()
                || parameters
                        .getEnvironment()
                        .getFieldDefinition()
                        .getArguments()
                        .isEmpty()) {
            return fetcher;
        }
        return environment -> {
            requireText("", environment.getArguments());
            return fetcher.get(environment);
        };
    }

    private static void requireText(String pointer, @Nullable Object value) {
        switch (value) {
            case String text -> InvalidInput.at(pointer, () -> StrictText.read(text));
            case Map<?, ?> fields -> fields.forEach((name, field) -> requireText(pointer + "/" + name, field));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    requireText(pointer + "/" + i, items.get(i));
                }
            }
            case null, default -> {}
        }
    }
}
