package io.agizo.api.graphql;

/** Why a mutation changed nothing, as a value that the schema lists among the mutation's results. */
public interface Refusal extends MutationResult {

    /** What is the matter, in words for people. */
    String message();

    /** The path of its problem type, as in the problem documents of REST. */
    String problem();
}
