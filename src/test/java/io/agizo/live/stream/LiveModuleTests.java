package io.agizo.live.stream;

import static io.agizo.live.Topic.ORDERS;
import static io.agizo.live.Topic.STOCK;
import static io.agizo.live.Topic.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.SwitchedDatabase;
import io.agizo.live.Change;
import io.agizo.live.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LiveModuleTests {

    private static final Set<Topic> ALL = EnumSet.allOf(Topic.class);

    private final SwitchedDatabase database = new SwitchedDatabase();

    @AutoClose
    private final LiveReplica here = new LiveReplica(database.url());

    @AutoClose
    private final LiveReplica there = new LiveReplica(database.url());

    private void placeHere(String order) {
        here.live().announce(ORDERS, order, "placed", "pending");
    }

    private static String placed(String order) {
        return "\"subject\":\"" + order + "\",\"what\":\"placed\",\"status\":\"pending\"";
    }

    @Test
    void tellsListenersOfEveryReplicaOnceItIsCommitted() {
        LiveReplica.Listener near = here.listen("amina", ALL);
        LiveReplica.Listener far = there.listen("juma", ALL);

        here.transaction().executeWithoutResult(running -> {
            placeHere("A7K2-9QX");
            await().during(Duration.ofMillis(300)).until(() -> !near.heard().contains("A7K2-9QX"));
        });

        await().until(() -> near.heard().contains(placed("A7K2-9QX")));
        await().until(() -> far.heard().contains("event: changes\ndata: {\"orders\":[{" + placed("A7K2-9QX") + "}]}"));
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        LiveReplica.Listener listener = there.listen("amina", ALL);

        here.transaction().executeWithoutResult(running -> {
            placeHere("ROLLEDBACK");
            running.setRollbackOnly();
        });
        placeHere("COMMITTED");

        await().until(() -> listener.heard().contains("COMMITTED"));
        assertThat(listener.heard()).doesNotContain("ROLLEDBACK");
    }

    @Test
    void tellsNobodyOfWhatTheyMayNotSee() {
        LiveReplica.Listener packer = there.listen("packer", Set.of(ORDERS));

        here.live().announce(TEXTS, "text-1", "failed", "failed");
        placeHere("AFTER");

        await().until(() -> packer.heard().contains("AFTER"));
        assertThat(packer.heard()).doesNotContain("text-1");
    }

    @Test
    void callsProductsByTheirSkus() {
        LiveReplica.Listener listener = there.listen("amina", Set.of(STOCK));

        here.live().announce(STOCK, LiveReplica.ID_OF_TEA, "moved", null);

        await().until(() -> listener.heard().contains("{\"stock\":[{\"subject\":\"TEA-500\",\"what\":\"moved\""));
    }

    @Test
    void saysOnlyThatMuchHasChangedWhereItWouldTakePages() {
        LiveReplica.Listener listener = there.listen("amina", ALL);
        Collection<Change> flood = IntStream.range(0, 1_000)
                .mapToObj(i -> new Change(ORDERS, "FLOOD" + i, "accepted", "accepted"))
                .toList();

        here.live().announce(flood);

        await().until(() -> listener.heard().contains("event: again\ndata: [\"orders\"]"));
        assertThat(listener.heard()).doesNotContain("FLOOD");
    }

    @Test
    void tellsManyInSeveralNotificationsWithoutLoss() {
        LiveReplica.Listener listener = there.listen("amina", ALL);
        String longest = "X".repeat(60);
        here.live()
                .announce(IntStream.range(0, 150)
                        .mapToObj(i -> new Change(ORDERS, longest + i, "part-fulfilled", "accepted"))
                        .toList());

        await().until(() ->
                IntStream.range(0, 150).allMatch(i -> listener.heard().contains(longest + i + "\"")));
    }

    @Test
    void goesOnWhereTheLineBroke() {
        LiveReplica.Listener first = there.listen("amina", ALL);
        placeHere("HEARD");
        await().until(() -> first.heard().contains("HEARD"));
        String last = first.lastId();
        LiveReplica.Listener other = there.listen("juma", ALL);
        placeHere("MISSED");
        await().until(() -> other.heard().contains("MISSED"));

        LiveReplica.Listener again = there.listen("amina", ALL, last, 0);

        await().until(() -> again.heard().contains("MISSED"));
        assertThat(again.heard()).doesNotContain("HEARD", "event: again");
    }

    @Test
    void tellsToFetchAnewWhoeverComesFromAnotherReplicaOrTooLate() {
        String elsewhere = here.listen("amina", ALL).lastId();
        LiveReplica.Listener from = there.listen("amina", ALL, elsewhere, 0);
        LiveReplica.Listener nonsense = there.listen("amina", ALL, "nonsense", 0);

        await().until(() -> from.heard().contains("event: again"));
        await().until(() -> nonsense.heard().contains("event: again"));
        LiveReplica.Listener broken = there.listen("amina", ALL, from.firstId(), 0);
        await().until(() -> broken.heard().contains("event: again"));
    }

    @Test
    void tellsAPageWhatCameInWhileItLoaded() {
        LiveReplica.Listener other = there.listen("juma", ALL);
        placeHere("MEANWHILE");
        await().until(() -> other.heard().contains("MEANWHILE"));

        LiveReplica.Listener young = there.listen("amina", ALL, null, 0);
        LiveReplica.Listener loading = there.listen("amina", ALL, null, 60_000);

        await().until(() ->
                loading.heard().contains("event: again") || loading.heard().contains("MEANWHILE"));
        assertThat(young.heard()).doesNotContain("MEANWHILE");
    }

    @Test
    void comesBackByItselfAndSaysThatSomethingMayHaveBeenMissed() {
        LiveReplica.Listener listener = there.listen("amina", ALL);

        database.leave();
        placeHere("WHILE-AWAY");
        database.comeBack();

        await().until(() -> listener.heard().contains("event: again"));
        placeHere("AFTERWARDS");
        await().until(() -> listener.heard().contains("AFTERWARDS") || listener.timesToldToFetch() > 1);
        placeHere("AND-ON");
        await().until(() -> listener.heard().contains("AND-ON"));
    }

    @Test
    void endsForWhoeverMayNotListenAnyMore() {
        LiveReplica.Listener listener = there.listen("amina", ALL);

        listener.forbid();

        await().until(listener::isOver);
        assertThat(listener.heard()).endsWith("event: bye\ndata:\n\n");
        assertThat(there.listen("stranger", Set.of()).status()).isEqualTo(204);
    }

    @Test
    void endsTheOldestStreamOfOneWhoHoldsTooMany() {
        LiveReplica.Listener oldest = there.listen("amina", ALL);
        LiveReplica.Listener another = there.listen("juma", ALL);
        IntStream.range(0, 8).forEach(i -> there.listen("amina", ALL));

        await().until(oldest::isOver);
        assertThat(another.isOver()).isFalse();
    }

    @Test
    void leavesRoomForPeopleAtWorkHoweverManyStrangersListen() {
        IntStream.range(0, 200).forEach(i -> there.stranger("order " + i, "192.0.2.1"));

        assertThat(there.stranger("one more", "192.0.2.1").status()).isEqualTo(503);
        IntStream.range(0, 600).forEach(i -> there.stranger("other " + i, "198.51.100." + i % 10));
        assertThat(there.stranger("one more", "203.0.113.1").status()).isEqualTo(503);
        assertThat(there.listen("amina", ALL).status()).isEqualTo(200);
    }

    @Test
    void endsAllStreamsAtOnceWhenTheShopCloses() {
        LiveReplica.Listener listener = there.listen("amina", ALL);

        there.close();

        await().until(listener::isOver);
        assertThat(listener.heard()).doesNotContain("event: bye");
        assertThat(there.listen("amina", ALL).status()).isEqualTo(503);
    }
}
