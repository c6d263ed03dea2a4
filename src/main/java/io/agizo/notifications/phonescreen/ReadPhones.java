package io.agizo.notifications.phonescreen;

import io.agizo.notifications.phonescreen.Phone.Text;
import io.agizo.notifications.phonescreen.PhoneScreenStore.Arrived;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads what is on customers' phones, of the phone that was texted last first. */
@Service
public class ReadPhones {

    /** Enough to see a shop at work, few enough to look at. */
    private static final int MOST_PHONES = 12;

    private static final int MOST_TEXTS = 3;
    private static final int LATEST_TEXTS = 200;
    private static final int TEXTS_OF_ONE = 100;

    private final PhoneScreenStore store;
    private final ZoneId zone;

    ReadPhones(PhoneScreenStore store, Shop shop) {
        this.store = store;
        zone = shop.zone();
    }

    /** The phones that were texted last, each with its latest texts. */
    public List<Phone> latest() {
        Map<PhoneNumber, List<Arrived>> byNumber = store.latest(LATEST_TEXTS).stream()
                .collect(Collectors.groupingBy(Arrived::to, LinkedHashMap::new, Collectors.toList()));
        return byNumber.entrySet().stream()
                .limit(MOST_PHONES)
                .map(phone -> phone(phone.getKey(), phone.getValue(), MOST_TEXTS))
                .toList();
    }

    /** Only that phone, or none if it was not texted lately. */
    public List<Phone> only(PhoneNumber number) {
        List<Arrived> texts = store.latestTo(number, TEXTS_OF_ONE + 1);
        return texts.isEmpty() ? List.of() : List.of(phone(number, texts, TEXTS_OF_ONE));
    }

    private Phone phone(PhoneNumber number, List<Arrived> arrived, int most) {
        List<Text> texts = arrived.stream().limit(most).map(this::text).toList();
        return new Phone(number, texts, arrived.size() > most);
    }

    private Text text(Arrived arrived) {
        return new Text(arrived.id(), arrived.body(), arrived.at().atZone(zone));
    }
}
