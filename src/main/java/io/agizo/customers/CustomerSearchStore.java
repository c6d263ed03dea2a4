package io.agizo.customers;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.search.Match;
import io.agizo.search.Place;
import io.agizo.search.Ranked;
import io.agizo.search.SearchText;
import io.agizo.search.SearchedWords;
import io.agizo.search.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists of customers, all of them or those who have some words. */
@Repository
class CustomerSearchStore {

    /** As an array, the ids leave the planner no other way than to fetch these customers by their key. */
    private static final String LIST = "select " + CustomerStore.COLUMNS + """
              from customer
             where id = any (array(select id from (%s) found limit :most))
             order by id desc
            """;

    /** The offset leaves no other way than the index of words. */
    private static final String HAVING_WORDS =
            "(select * from customer where erased_at is null and words @@ :words::tsquery offset 0) c";

    private final JdbcClient jdbc;
    private final Vocabulary vocabulary;

    CustomerSearchStore(JdbcClient jdbc, Vocabulary vocabulary) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
    }

    /** Latest first, and with words the best match first. */
    Page<CustomerView> list(@Nullable SearchText text, PageRequest page) {
        if (text == null) {
            UUID after = page.afterId();
            String ids = latest("id", after == null ? "" : " and id < :after", PageRequest.bound(page.fetch()));
            return page.page(
                    rows(ids, Map.of(), after, page.fetch()),
                    customer -> List.of(customer.id().value().toString()));
        }
        @Nullable Place after = page.after() == null ? null : Place.of(page.after()).orElseThrow(Cursor::refused);
        Page<Ranked<CustomerView>> best = page.page(
                ranked(text, after, page.fetch()),
                customer -> new Place(customer.match(), customer.row().id().value()).key());
        return best.with(best.items().stream().map(Ranked::row).toList());
    }

    /** Those who match best. */
    Set<CustomerId> matching(SearchText text, int most) {
        return ranked(text, null, most).stream()
                .map(customer -> customer.row().id())
                .collect(Collectors.toSet());
    }

    boolean has(CustomerId customer, SearchText text) {
        SearchedWords words = vocabulary.read("customer", text);
        return !words.none()
                && jdbc.sql("select exists (select from customer where id = ? and words @@ ?::tsquery)")
                        .param(customer.value())
                        .param(words.query(Match.NEAR))
                        .query(Boolean.class)
                        .single();
    }

    /** What few match at once; then one kind of match after the other, until there are enough. */
    private List<Ranked<CustomerView>> ranked(SearchText text, @Nullable Place after, int most) {
        SearchedWords words = vocabulary.read("customer", text);
        if (words.none()) {
            return List.of();
        }
        Match few = words.few();
        List<Ranked<CustomerView>> found = new ArrayList<>();
        if (after == null || after.match().compareTo(few) <= 0) {
            found.addAll(rankedAtOnce(words, few, after, most));
        }
        for (Match match : Match.from(after)) {
            if (match.compareTo(few) > 0 && found.size() < most) {
                UUID place = after != null && after.match() == match ? after.id() : null;
                having(words.only(match), words.common(match), place, most - found.size())
                        .forEach(customer -> found.add(new Ranked<>(customer, match)));
            }
        }
        return found;
    }

    private List<Ranked<CustomerView>> rankedAtOnce(SearchedWords words, Match least, @Nullable Place after, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("words", words.query(least));
        for (Match match : List.of(Match.ITSELF, Match.WHOLE, Match.BEGUN)) {
            parameters.put(match.name(), words.query(match));
        }
        String from = "";
        if (after != null) {
            parameters.put("afterMatch", after.match().rank());
            parameters.put("afterId", after.id());
            from = " where place > :afterMatch or place = :afterMatch and id < :afterId";
        }
        return jdbc.sql("""
                        select %s, place
                          from (select *, case when words @@ :ITSELF::tsquery then 0 when words @@ :WHOLE::tsquery then 1
                                               when words @@ :BEGUN::tsquery then 2 else 3 end as place
                                  from %s) r%s
                         order by place, id desc
                         limit :most
                        """.formatted(CustomerStore.COLUMNS, HAVING_WORDS, from))
                .params(parameters)
                .param("most", most)
                .query((row, number) -> new Ranked<>(CustomerStore.view(row), Match.of(row.getInt("place"))))
                .list();
    }

    private List<CustomerView> having(String words, boolean common, @Nullable UUID after, int most) {
        String from = after == null ? "" : " and id < :after";
        Map<String, Object> parameters = Map.of("words", words);
        // A longer page is read along farther: what so many have is met at every tenth row or so.
        int far = Math.max(SearchedWords.FAR, 10 * PageRequest.bound(most));
        List<CustomerView> met = common
                ? rows(
                        "select id from (" + latest("id, words", from, far)
                                + ") l where words @@ :words::tsquery order by id desc",
                        parameters,
                        after,
                        most)
                : List.of();
        String lookedUp = "select id from " + HAVING_WORDS + " where true" + from + " order by id desc limit "
                + PageRequest.bound(most);
        return met.size() == most ? met : rows(lookedUp, parameters, after, most);
    }

    private static String latest(String columns, String from, int far) {
        return "select " + columns + " from customer where erased_at is null" + from + " order by id desc limit " + far;
    }

    private List<CustomerView> rows(String ids, Map<String, Object> parameters, @Nullable UUID after, int most) {
        return jdbc.sql(LIST.formatted(ids))
                .params(parameters)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> CustomerStore.view(row))
                .list();
    }
}
