package io.agizo.notifications;

import static java.util.Objects.requireNonNull;

import io.agizo.shared.TypeWord;
import io.agizo.workers.Traces;
import io.agizo.workers.Traces.Leg;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the SMS gateway answers, text by text, and times its answers. */
@Component
class GatewayFigures {

    private final Map<Class<?>, Counter> answers = new HashMap<>();
    private final Timer requests;
    private final Traces traces;

    GatewayFigures(MeterRegistry registry, Traces traces) {
        this.traces = traces;
        TypeWord.cases(Fate.class)
                .forEach(fate -> answers.put(
                        fate,
                        Counter.builder("agizo.gateway.answers")
                                .description("Texts that the SMS gateway answered for, by its verdict")
                                .tag("verdict", TypeWord.of(fate))
                                .register(registry)));
        this.requests = Timer.builder("agizo.gateway.request")
                .description("How long the SMS gateway took for a request")
                .register(registry);
    }

    /** Measures a request with these texts. */
    List<Fate> of(List<ClaimedText> texts, Supplier<List<Fate>> request) {
        List<@Nullable Leg> legs = new ArrayList<>(texts.size());
        texts.forEach(text -> legs.add(traces.goOn("send text", text.trace())));
        List<Fate> fates = requireNonNull(requests.record(request));
        for (int i = 0; i < fates.size(); i++) {
            Class<?> verdict = fates.get(i).getClass();
            requireNonNull(answers.get(verdict)).increment();
            Leg leg = legs.get(i);
            if (leg != null) {
                leg.end(TypeWord.of(verdict));
            }
        }
        return fates;
    }
}
