package io.agizo.clients;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An address of the API that tells the caller what the shop takes them for. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
class WhoAmI {

    static final String PATH = "/api/v1/who-am-i";
    static final String PUBLIC_PATH = "/api/v1/carts/who/am/i";

    record Answer(String id, String name, List<String> permissions) {}

    @GetMapping({PATH, PUBLIC_PATH})
    Answer answer(Caller caller) {
        return new Answer(
                caller.id(),
                caller.name(),
                caller.permissions().stream().map(Permission::scope).sorted().toList());
    }
}
