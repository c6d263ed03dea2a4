package io.agizo.texting;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.agizo.identity.Caller;
import io.agizo.identity.LimitMet;
import io.agizo.shared.CannotStart;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.TooMany;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one door for texts that somebody causes whom the shop does not know: which numbers they may have texted, and how many
 * texts, by hour and day, counted in the database for all replicas.
 */
@Component
public class TextsForStrangers {

    /** Short enough never to be in anyone's way. */
    private static final int CHUNK = 1_000;

    /** Who repeats an order after that long is counted once more. */
    private static final Duration MARK_KEPT = Duration.ofDays(1);

    /** Any time at all tells a mark that has to stay from one that does not. */
    private static final Duration MARK_PROLONGED = Duration.ofMillis(1);

    private final TextShareStore store;
    private final Set<String> countries;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TextsForStrangers(
            TextShareStore store,
            TextingSettings settings,
            Shop shop,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.countries = countries(settings.countries(), shop);
        this.events = events;
        this.clock = clock;
    }

    /** What was taken, to be kept for what became an order, or given back. */
    public static final class Taken {

        private final String mark;
        private final Instant until;
        private final boolean counted;
        private final List<ShareKey> keys;

        private Taken(String mark, Instant until, boolean counted, List<ShareKey> keys) {
            this.mark = mark;
            this.until = until;
            this.counted = counted;
            this.keys = keys;
        }
    }

    private record Part(TextShare share, List<String> whose) {

        static Part of(TextShare share, String... whose) {
            return new Part(share, List.of(whose));
        }
    }

    /** Refuses with {@link InvalidInput} a number to which a text costs too much, or may not go at a stranger's wish. */
    public void mustReach(PhoneNumber number) {
        if (!number.costsTheUsual()) {
            throw new InvalidInput("is a number that the shop does not text; give that of a mobile phone");
        }
        if (!isInReach(number)) {
            throw new InvalidInput(
                    "is in a country that the shop texts only by arrangement; give another number, or ask the shop");
        }
    }

    /** Whether {@link #mustReach} lets the number pass. */
    public boolean reach(PhoneNumber number) {
        return number.costsTheUsual() && isInReach(number);
    }

    private boolean isInReach(PhoneNumber number) {
        return number.country().filter(countries::contains).isPresent();
    }

    /**
     * One more code.
     *
     * @param network from which it is asked for
     * @param knownDevice a browser in which the number's owner signed in before; null for any other
     * @throws TooMany if the number, the network or all together had too many
     */
    public void takeCode(PhoneNumber to, String network, @Nullable String knownDevice) {
        String number = to.e164();
        telling(
                "codes-by-text",
                () -> take(
                        knownDevice == null
                                ? List.of(
                                        Part.of(TextShare.CODES_TO_NUMBER_FROM_NETWORK, number, network),
                                        Part.of(TextShare.CODES_TO_NUMBER, number),
                                        Part.of(TextShare.CODES_FROM_NETWORK, network),
                                        Part.of(TextShare.CODES))
                                : List.of(
                                        Part.of(TextShare.CODES_TO_NUMBER_BY_DEVICE, number, knownDevice),
                                        Part.of(TextShare.CODES_TO_NUMBER_BY_DEVICES, number))));
    }

    /**
     * One more wish to be told something later, which nobody proves to be the number's owner's.
     *
     * @param network from which it is left
     * @throws TooMany if the number, the network or all together had too many
     */
    public void takeWish(PhoneNumber to, String network) {
        String number = to.e164();
        telling(
                "wishes-by-text",
                () -> take(List.of(
                        Part.of(TextShare.WISHES_TO_NUMBER_FROM_NETWORK, number, network),
                        Part.of(TextShare.WISHES_TO_NUMBER, number),
                        Part.of(TextShare.WISHES_FROM_NETWORK, network),
                        Part.of(TextShare.WISHES))));
    }

    /**
     * One more order, which is confirmed to the number. What is counted already is not counted again, however often and from
     * wherever it is tried.
     *
     * @param order what becomes the order
     * @throws TooMany if the number or the network had too many
     */
    public Taken takeOrder(PhoneNumber to, String network, String order) {
        String mark = hash("order", to.e164() + ' ' + order);
        Instant until = clock.instant().plus(MARK_KEPT).truncatedTo(ChronoUnit.MICROS);
        List<Part> parts = List.of(
                Part.of(TextShare.ORDERS_TO_NUMBER_FROM_NETWORK, to.e164(), network),
                Part.of(TextShare.ORDERS_TO_NUMBER, to.e164()),
                Part.of(TextShare.ORDERS_FROM_NETWORK, network));
        return telling(
                "orders-by-text",
                () -> Objects.requireNonNull(transaction.execute(begun -> store.mark(mark, until)
                        ? new Taken(mark, until, true, take(parts))
                        : new Taken(mark, until, false, keys(parts)))));
    }

    /**
     * For what became an order. Where another try was counted for it, that one is not given back any more, and if it was
     * already, this one is counted, even where nothing is left.
     */
    public void keep(Taken taken) {
        if (!taken.counted) {
            transaction.executeWithoutResult(begun -> {
                if (!store.prolong(taken.mark, MARK_PROLONGED) && store.mark(taken.mark, taken.until)) {
                    store.takeAnyway(taken.keys);
                }
            });
        }
    }

    /** For what became no order. Does nothing for what another try is counted for, or became the order. */
    public void giveBack(Taken taken) {
        if (taken.counted) {
            transaction.executeWithoutResult(begun -> {
                if (store.unmark(taken.mark, taken.until)) {
                    store.giveBack(taken.keys);
                }
            });
        }
    }

    /** What was refused is on record once no transaction is under way that the refusal undoes. */
    private <T> T telling(String limit, Supplier<T> taking) {
        try {
            return taking.get();
        } catch (TooMany tooMany) {
            events.publishEvent(new LimitMet(Caller.anyone(), limit));
            throw tooMany;
        }
    }

    private List<ShareKey> take(List<Part> parts) {
        Instant now = clock.instant();
        List<ShareKey> keys = keys(parts);
        Set<String> taken = new HashSet<>(store.take(keys, now));
        List<ShareKey> usedUp =
                keys.stream().filter(key -> !taken.contains(key.who())).toList();
        if (usedUp.isEmpty()) {
            return keys;
        }
        store.giveBack(keys.stream().filter(key -> taken.contains(key.who())).toList());
        Instant free =
                usedUp.stream().map(store::free).max(Comparator.naturalOrder()).orElse(now);
        throw new TooMany(
                "Too many texts were asked for, for this telephone or from this network. Try again later.",
                Duration.between(now, free));
    }

    private static List<ShareKey> keys(List<Part> parts) {
        return parts.stream().flatMap(TextsForStrangers::keys).toList();
    }

    private static Stream<ShareKey> keys(Part part) {
        String whose = String.join(" ", part.whose);
        return part.share.buckets().stream()
                .map(bucket -> new ShareKey(hash(part.share + " " + bucket.period(), whose), bucket));
    }

    private static String hash(String kind, String whose) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((kind + " " + whose).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Set<String> countries(@Nullable List<String> named, Shop shop) {
        if (named == null || named.isEmpty()) {
            return Neighbours.around(shop);
        }
        Set<String> known = PhoneNumberUtil.getInstance().getSupportedRegions();
        named.stream().filter(country -> !known.contains(country)).findFirst().ifPresent(unknown -> {
            throw new CannotStart(
                    "agizo.sms.countries names " + unknown + ", which is no country with telephones.",
                    "Set AGIZO_SMS_COUNTRIES to the two capital letters of each country, such as KE,UG,TZ, or leave it out.");
        });
        return Set.copyOf(named);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT6M")
    void forgetEarned() {
        int gone;
        do {
            gone = store.deleteEarned(clock.instant(), CHUNK);
        } while (gone == CHUNK);
    }
}
