package io.agizo.office.pages;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.live.Topic;
import io.agizo.live.stream.Audience;
import io.agizo.live.stream.Hearing;
import io.agizo.live.stream.LiveStreams;
import io.agizo.signin.StillSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the open pages of the office what changes, as far as their reader may see it. */
@Controller
class OfficeEvents {

    /** Any one of them is enough to hear of the topic. */
    private static final Map<Topic, Set<Permission>> FOR = Map.of(
            Topic.ORDERS, EnumSet.of(Permission.ORDERS_READ),
            Topic.STOCK, EnumSet.of(Permission.PRODUCTS_WRITE, Permission.STOCK_WRITE, Permission.ORDERS_READ),
            Topic.TEXTS, EnumSet.of(Permission.MESSAGES_READ));

    private final LiveStreams streams;
    private final StillSignedIn signedIn;

    OfficeEvents(LiveStreams streams, StillSignedIn signedIn) {
        this.streams = streams;
        this.signedIn = signedIn;
    }

    /**
     * The stream.
     *
     * @param resumed what a browser says by itself after a broken line
     * @param last the same, of a page that goes on where another one left off
     * @param age of the page, in milliseconds
     */
    @GetMapping("/office/events")
    void events(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String resumed,
            @RequestParam(required = false) @Nullable String last,
            @RequestParam(defaultValue = "0") long age,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Colleague colleague = new Colleague(caller.id(), signedIn.since(caller, request));
        streams.open(colleague, resumed == null ? last : resumed, age, request, response);
    }

    /** Someone at work, who hears what they may see. */
    private record Colleague(String name, Supplier<Optional<Caller>> person) implements Audience {

        @Override
        public Optional<Hearing> hearing() {
            return person.get()
                    .map(Colleague::topics)
                    .filter(topics -> !topics.isEmpty())
                    .map(Hearing::of);
        }

        private static Set<Topic> topics(Caller caller) {
            Set<Topic> topics = EnumSet.noneOf(Topic.class);
            FOR.forEach((topic, any) -> {
                if (any.stream().anyMatch(caller::may)) {
                    topics.add(topic);
                }
            });
            return topics;
        }
    }
}
