package io.agizo.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class DescribedSchemaTests {

    @Test
    void everyTypeFieldArgumentAndValueSaysWhatItIsFor() throws IOException {
        List<String> silent = new ArrayList<>();
        int seen = 0;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")) {
            Document schema = Parser.parse(file.getContentAsString(StandardCharsets.UTF_8));
            for (Node<?> definition : schema.getDefinitions()) {
                seen += look(file.getFilename(), definition, silent);
            }
        }
        assertThat(seen).isGreaterThan(200);
        assertThat(silent).isEmpty();
    }

    /** The answer to a repeat does not depend on what the mutation itself can be refused by. */
    @Test
    void everyMutationThatTakesAKeySaysWhatBecomesOfARepeat() throws IOException {
        Map<String, List<String>> unions = new HashMap<>();
        List<FieldDefinition> repeatable = new ArrayList<>();
        for (Document schema : schemas()) {
            schema.getDefinitionsOfType(UnionTypeDefinition.class)
                    .forEach(union -> unions.put(
                            union.getName(),
                            union.getMemberTypes().stream()
                                    .map(member -> ((TypeName) member).getName())
                                    .toList()));
            schema.getDefinitionsOfType(ObjectTypeExtensionDefinition.class).stream()
                    .flatMap(extension -> extension.getFieldDefinitions().stream())
                    .filter(field -> field.getInputValueDefinitions().stream()
                            .anyMatch(argument -> argument.getName().equals("idempotencyKey")))
                    .forEach(repeatable::add);
        }

        assertThat(repeatable)
                .hasSizeGreaterThan(10)
                .allSatisfy(field -> assertThat(
                                unions.get(((TypeName) ((NonNullType) field.getType()).getType()).getName()))
                        .as(field.getName())
                        .contains("Conflict", "IdempotencyKeyReused", "IdempotencyKeyInFlight"));
    }

    private static List<Document> schemas() throws IOException {
        List<Document> schemas = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")) {
            schemas.add(Parser.parse(file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return schemas;
    }

    private static int look(String path, Node<?> node, List<String> silent) {
        String here = path + "." + ((NamedNode<?>) node).getName();
        boolean describes = node instanceof AbstractDescribedNode<?> described
                && described.getDescription() != null
                && described.getDescription().getContent().length() > 3;
        if (!describes && !(node instanceof SDLExtensionDefinition)) {
            silent.add(here);
        }
        int seen = 1;
        for (Node<?> part : node.getChildren()) {
            if (part instanceof FieldDefinition
                    || part instanceof InputValueDefinition
                    || part instanceof EnumValueDefinition) {
                seen += look(here, part, silent);
            }
        }
        return seen;
    }
}
