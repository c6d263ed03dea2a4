package io.agizo.clients.web;

import io.agizo.clients.ApiClients;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a secret is replaced. */
@Schema(name = "NewSecret")
record SecretBody(
        @Schema(description = "How many hours the old secret stays good, 0 to 720; 24 unless told") @Nullable Integer overlapHours) {

    static Duration overlap(@Nullable Integer hours) {
        return hours == null ? ApiClients.USUAL_OVERLAP : Duration.ofHours(hours);
    }
}
