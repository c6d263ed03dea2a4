package io.agizo.clients;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives the API clients page by page, as all of their doors show them; made when there is a door. */
@Component
@Lazy
public class ClientPages {

    private final ApiClients clients;

    ClientPages(ApiClients clients) {
        this.clients = clients;
    }

    public Page<ApiClientView> page(Caller caller, PageRequest request) {
        return request.page(
                clients.list(caller, after(request), request.fetch()),
                client -> List.of(client.createdAt().toString(), client.id()));
    }

    private static ApiClients.@Nullable Place after(PageRequest request) {
        List<String> key = request.after();
        if (key == null) {
            return null;
        }
        try {
            return new ApiClients.Place(Instant.parse(key.getFirst()), key.get(1));
        } catch (DateTimeException | IndexOutOfBoundsException | InvalidInput foreign) {
            throw Cursor.refused();
        }
    }
}
