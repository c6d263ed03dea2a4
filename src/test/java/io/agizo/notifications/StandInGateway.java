package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A gateway that answers as a test says and remembers what it was handed. */
final class StandInGateway implements SmsGateway {

    private final Limits limits;
    private final Queue<PhoneNumber> handed = new ConcurrentLinkedQueue<>();
    private final Queue<MessageKind> kinds = new ConcurrentLinkedQueue<>();
    private volatile Function<PhoneNumber, Fate> answer = number -> new Fate.Taken("id-" + number, "KES 0.8000");

    StandInGateway(int recipients, int parallel) {
        limits = new Limits(recipients, parallel, Duration.ZERO);
    }

    void answers(Fate fate) {
        answer = number -> fate;
    }

    void answers(Function<PhoneNumber, Fate> fate) {
        answer = fate;
    }

    /** Of each request. */
    List<MessageKind> kinds() {
        return List.copyOf(kinds);
    }

    List<PhoneNumber> handed() {
        return List.copyOf(handed);
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public List<Fate> send(MessageKind kind, String body, List<PhoneNumber> numbers) {
        handed.addAll(numbers);
        kinds.add(kind);
        return numbers.stream().map(answer).toList();
    }
}
