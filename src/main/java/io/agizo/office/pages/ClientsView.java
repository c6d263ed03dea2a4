package io.agizo.office.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs that may use the API. */
public record ClientsView(List<Row> clients, @Nullable String next) {

    public ClientsView {
        clients = List.copyOf(clients);
    }

    public record Row(
            String id,
            String name,
            int permissions,
            @Nullable Instant lastUsedAt) {}
}
