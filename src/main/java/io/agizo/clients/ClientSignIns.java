package io.agizo.clients;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.WebClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Notes which programs got a token, and whose secret was not the right one. */
@Component
class ClientSignIns {

    private final ApiClientStore clients;
    private final ClientUse use;
    private final AuditTrail audit;
    private final Counter failures;

    ClientSignIns(ApiClientStore clients, ClientUse use, AuditTrail audit, MeterRegistry registry) {
        this.clients = clients;
        this.use = use;
        this.audit = audit;
        this.failures = Counter.builder("agizo.sign.ins.failed")
                .description("Sign-ins that failed, by the way that was tried")
                .tag("way", "client-secret")
                .register(registry);
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof OAuth2AccessTokenAuthenticationToken issued
                && isProgram(issued.getRegisteredClient())) {
            String id = issued.getRegisteredClient().getClientId();
            use.mark(id);
            audit.note(AuditEvent.SIGNED_IN, AuditParty.client(id), null, Map.of());
        }
    }

    /** What an unknown client calls itself is not noted: anyone may choose as many names as they like. */
    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        if (event.getAuthentication() instanceof OAuth2ClientAuthenticationToken client) {
            audit.note(AuditEvent.SIGN_IN_FAILED, AuditParty.nobody(), known(client.getName()), Map.of());
            failures.increment();
        }
    }

    private @Nullable AuditParty known(String id) {
        return clients.find(id).map(client -> AuditParty.client(client.id())).orElse(null);
    }

    private static boolean isProgram(RegisteredClient client) {
        return !client.getClientId().equals(WebClient.ID);
    }
}
