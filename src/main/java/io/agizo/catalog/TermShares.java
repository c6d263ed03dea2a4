package io.agizo.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * How many of the products hold a word or are of a category, as the database's own statistics guess. They choose how a search
 * is made, and never what it finds; so they may be a minute older than what the database knows.
 */
@Repository
class TermShares {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final String COMMONEST = """
            select term, share * reltuples as products
              from pg_class,
                   pg_stats,
                   unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (term, share)
             where oid = 'product'::regclass and tablename = 'product_by_terms' and schemaname = relnamespace::regnamespace::text
               and term is not null
            union all
            select '', reltuples from pg_class where oid = 'product'::regclass
            """;

    /** @param products all there are */
    private record Known(Map<String, Double> commonest, double products, Instant until) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile @Nullable Known known;

    TermShares(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many products are in all of some lists, if these have nothing to do with each other.
     *
     * @param inRarest how many are in the shortest of the lists
     */
    record Guess(double inAll, double inRarest) {}

    /** @param lists at least one, each of what holds one of some terms; empty if nothing is known of any */
    Optional<Guess> guess(List<List<String>> lists) {
        Known now = known();
        if (now.commonest().isEmpty()) {
            return Optional.empty();
        }
        // What is not among the commonest is rarer than all of them.
        double unknown = Collections.min(now.commonest().values());
        double[] held = lists.stream()
                .mapToDouble(terms -> terms.stream()
                        .mapToDouble(term -> now.commonest().getOrDefault(term, unknown))
                        .sum())
                .toArray();
        double inAll = Arrays.stream(held).reduce(now.products(), (wanted, one) -> wanted * one / now.products());
        return Optional.of(new Guess(inAll, Arrays.stream(held).min().orElseThrow()));
    }

    private Known known() {
        Known now = known;
        if (now == null || clock.instant().isAfter(now.until())) {
            Map<String, Double> commonest = new HashMap<>();
            jdbc.query(COMMONEST, row -> {
                commonest.put(row.getString("term"), row.getDouble("products"));
            });
            double products = commonest.remove("");
            now = new Known(Map.copyOf(commonest), products, clock.instant().plus(KEPT));
            known = now;
        }
        return now;
    }
}
