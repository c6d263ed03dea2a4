/** What the GraphQL doors of all modules share: connections, refusals as values, repeats. */
@NullMarked
@NamedInterface("graphql")
package io.agizo.api.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
