package io.agizo.office.pages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.clients.ApiClientView;
import io.agizo.clients.ApiClients;
import io.agizo.clients.ClientPages;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.ShopScope;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of the programs that may call the shop. A secret is the very answer to the request that made it, without a
 * redirect, since between the two it would have to be kept somewhere in clear.
 */
@Controller
@RequestMapping(ApiClientPages.PATH)
class ApiClientPages {

    static final String PATH = "/office/settings/clients";

    private final ApiClients clients;
    private final ClientPages pages;

    ApiClientPages(ApiClients clients, ClientPages pages) {
        this.clients = clients;
        this.pages = pages;
    }

    @GetMapping
    String list(Caller caller, PageRequest request, Model model) {
        Page<ApiClientView> page = pages.page(caller, request);
        List<ClientsView.Row> rows = page.items().stream()
                .map(client -> new ClientsView.Row(
                        client.id(), client.name(), client.permissions().size(), client.lastUsedAt()))
                .toList();
        model.addAttribute("view", new ClientsView(rows, page.nextCursor()));
        return "office/clients";
    }

    @GetMapping("/new")
    String add(Caller caller, Model model) {
        caller.must(Permission.CLIENTS_MANAGE);
        return toAdd(caller, ClientFields.BLANK, ClientFields.BLANK.form(), model);
    }

    @PostMapping("/new")
    String create(
            Caller caller,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model) {
        ClientFields sent = ClientFields.sent(form);
        try {
            return secret(clients.create(caller, sent.details(null)), model);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return toAdd(caller, sent, sent.form().refused(invalid), model);
        }
    }

    @GetMapping("/{id}")
    String client(Caller caller, @PathVariable String id, Model model) {
        ApiClientView client = clients.get(caller, id);
        ClientFields present = ClientFields.of(client);
        return toChange(caller, client, present, present.form(), model);
    }

    @PostMapping("/{id}")
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        ClientFields sent = ClientFields.sent(form);
        Form refused;
        try {
            clients.change(caller, id, version, present -> sent.details(present.requestsPerMinute()));
            redirect.addFlashAttribute("notice", Message.of("clients.saved"));
            return "redirect:" + PATH + "/" + id;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = sent.form().refused(invalid);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = sent.form().refused("", "office.changed");
        }
        return toChange(caller, clients.get(caller, id), sent, refused, model);
    }

    /** A form that a browser sends again is refused, since by its version it was for the secret before. */
    @PostMapping("/{id}/rotate")
    String rotate(
            Caller caller,
            @PathVariable String id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        try {
            return secret(clients.rotate(caller, id, version, ApiClients.USUAL_OVERLAP), model);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            ApiClientView client = clients.get(caller, id);
            ClientFields present = ClientFields.of(client);
            return toChange(caller, client, present, present.form().refused("", "office.changed"), model);
        }
    }

    @GetMapping("/{id}/revoke")
    String askToRevoke(Caller caller, @PathVariable String id, Model model) {
        String there = PATH + "/" + id;
        ConfirmView view = new ConfirmView(
                Message.of("clients.revoke.sure", clients.get(caller, id).name()),
                Message.of("clients.revoke.text"),
                there + "/revoke",
                Message.of("clients.revoke.go"),
                there,
                Message.of("clients.keep"));
        model.addAttribute("view", view);
        return "office/confirm";
    }

    @PostMapping("/{id}/revoke")
    String revoke(Caller caller, @PathVariable String id, RedirectAttributes redirect) {
        String name = clients.get(caller, id).name();
        clients.revoke(caller, id, null);
        redirect.addFlashAttribute("notice", Message.of("clients.revoked", name));
        return "redirect:" + PATH;
    }

    private static String secret(ApiClients.WithSecret made, Model model) {
        model.addAttribute(
                "view", new SecretView(made.client().id(), made.client().name(), made.secret()));
        return "office/secret";
    }

    private static String toAdd(Caller caller, ClientFields chosen, Form form, Model model) {
        model.addAttribute(
                "view",
                new ClientFormView(
                        null,
                        0,
                        "",
                        Choice.ofHeld(caller, chosen.permissions()),
                        chosen.alone(),
                        profile(chosen),
                        true,
                        null,
                        null,
                        form));
        return "office/client";
    }

    private static String toChange(Caller caller, ApiClientView client, ClientFields chosen, Form form, Model model) {
        ClientFormView view = new ClientFormView(
                client.id(),
                client.version(),
                client.name(),
                Choice.ofHeld(caller, chosen.permissions()),
                chosen.alone(),
                profile(chosen),
                caller.permissions().containsAll(Permission.ofScopes(client.permissions())),
                client.lastUsedAt(),
                client.oldSecretUntil(),
                form);
        model.addAttribute("view", view);
        return "office/client";
    }

    private static List<Choice> profile(ClientFields chosen) {
        return Stream.of("profile", "phone", "email", ShopScope.NAME)
                .map(scope -> new Choice(scope, chosen.profileScopes().contains(scope), true))
                .toList();
    }
}
