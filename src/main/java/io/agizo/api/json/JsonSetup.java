package io.agizo.api.json;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;

/** The one JSON mapper of the shop: refuses what is doubtful, within bounds on time and memory. */
@Configuration(proxyBeanMethods = false)
class JsonSetup {

    /** The deepest document of the contract nests four levels; parsers recurse, so depth costs stack. */
    private static final int DEEPEST = 50;

    /** Reading a number takes time that grows with the square of its digits. */
    private static final int LONGEST_NUMBER = 100;

    /** As long as the longest body. */
    private static final int LONGEST_STRING = 1 << 20;

    /** Names are kept in a table that all readers share. */
    private static final int LONGEST_NAME = 200;

    @Bean
    JsonFactoryBuilderCustomizer boundedReading() {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictBinding() {
        return mapper -> mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .addModule(new SimpleModule("strict")
                        .addDeserializer(String.class, new StrictText())
                        .addDeserializer(BigDecimal.class, new StrictDecimal())
                        .addDeserializer(Instant.class, new StrictInstant()));
    }
}
