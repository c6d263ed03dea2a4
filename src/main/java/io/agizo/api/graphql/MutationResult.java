package io.agizo.api.graphql;

/** What a mutation comes to: a record named after the type of the schema that it is shown as. */
public interface MutationResult {}
