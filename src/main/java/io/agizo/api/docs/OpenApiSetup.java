package io.agizo.api.docs;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IfMatch;
import io.agizo.api.PageRequest;
import io.agizo.identity.Permission;
import io.agizo.identity.ShopScope;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the description says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {

    static final String SCHEME = "oauth2";

    private static final String DESCRIPTION = """
            Customers, products, stock and orders of one shop.

            Errors are problem documents (RFC 9457) whose `type` is a page that explains it. Lists go on from page to page \
            by `nextCursor`. Single resources carry an `ETag`: send it as `If-None-Match` to be spared what you have, and \
            as `If-Match` so that no change overwrites another. A `POST` that creates is safe to repeat under the same \
            `Idempotency-Key`.""";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(IdempotencyKey.class, IfMatch.class, PageRequest.class)
                .addResponseTypeToIgnore(Answer.class);
    }

    @Bean
    @Lazy
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Agizo")
                        .version("v1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/").description("The shop that this description comes from"))
                .components(ProblemDocs.addTo(new Components().addSecuritySchemes(SCHEME, oauth2())));
    }

    private static SecurityScheme oauth2() {
        Scopes ofPeople = permissions().addString(ShopScope.NAME, "Order as the person, with their name and number");
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(
                        "Client credentials give an access token, a JWT, to be sent as `Authorization: Bearer`; its "
                                + "scopes are the permissions of the client. An authorization code, with PKCE (S256), gives one "
                                + "with which the client acts for a person: it allows what the scopes, the client and, at each "
                                + "request, the person allow, and lives ten minutes.")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(permissions()))
                        .authorizationCode(new OAuthFlow()
                                .authorizationUrl("/oauth2/authorize")
                                .tokenUrl("/oauth2/token")
                                .refreshUrl("/oauth2/token")
                                .scopes(ofPeople)));
    }

    private static Scopes permissions() {
        Scopes scopes = new Scopes();
        for (Permission permission : Permission.values()) {
            scopes.addString(permission.scope(), "Permission " + permission.scope());
        }
        return scopes;
    }
}
