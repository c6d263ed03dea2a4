package io.agizo.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.Document;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.SDLExtensionDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
