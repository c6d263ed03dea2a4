package io.agizo.signin.pages;

import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.identity.Caller;
import io.agizo.issuer.AllowedPrograms;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.signin.Authenticators;
import io.agizo.signin.ChoosePassword;
import io.agizo.signin.LinkedSignIns;
import io.agizo.signin.OwnSessions;
import io.agizo.signin.OwnSessions.OwnSession;
import io.agizo.signin.Passkeys;
import io.agizo.signin.PresentProof;
import io.agizo.signin.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person sees their own account as a whole. */
@Controller
class AccountPage {

    private final Accounts accounts;
    private final PastOrders orders;
    private final ChoosePassword passwords;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final LinkedSignIns signIns;
    private final AllowedPrograms programs;
    private final PresentProof present;
    private final OwnSessions sessions;

    AccountPage(
            Accounts accounts,
            PastOrders orders,
            ChoosePassword passwords,
            Authenticators authenticators,
            Passkeys passkeys,
            LinkedSignIns signIns,
            AllowedPrograms programs,
            PresentProof present,
            OwnSessions sessions) {
        this.accounts = accounts;
        this.orders = orders;
        this.passwords = passwords;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.programs = programs;
        this.present = present;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String account(Caller caller, HttpServletRequest request, Model model) {
        return show(caller, Form.blank(), request, model);
    }

    /** Does what changes a way in, or shows the page again with what was wrong with the proof. */
    String changed(
            Caller caller,
            Runnable change,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            change.run();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String fault = invalid.faults().getFirst().message();
            return show(caller, Form.blank().refused("", "form.fault", fault), request, model);
        } catch (TooManyTries tooMany) {
            return show(caller, SignInFaults.of(tooMany, response, Form.blank()), request, model);
        }
        redirect.addFlashAttribute("notice", Message.of("account.saved"));
        return "redirect:/account";
    }

    private String show(Caller caller, Form form, HttpServletRequest request, Model model) {
        Account own = accounts.own(caller);
        model.addAttribute(
                "view",
                new AccountView(
                        own.name(),
                        own.phone() == null ? null : own.phone().e164(),
                        own.phoneProved(),
                        own.email(),
                        orders.latest(caller),
                        passwords.has(caller),
                        authenticators.has(caller),
                        passkeys(caller),
                        signIns.areOffered(),
                        links(caller),
                        programs(caller),
                        sessions.list(caller, request).stream()
                                .map(AccountPage::session)
                                .toList(),
                        present.of(caller),
                        form));
        return "storefront/account";
    }

    private List<AccountView.Passkey> passkeys(Caller caller) {
        return passkeys.list(caller).stream()
                .map(key -> new AccountView.Passkey(key.id(), key.label(), key.addedAt(), key.lastUsedAt()))
                .toList();
    }

    private List<AccountView.Link> links(Caller caller) {
        var linked = signIns.list(caller);
        boolean spare = linked.size() > 1 || signIns.areSpare(caller);
        return linked.stream()
                .map(link -> new AccountView.Link(
                        URI.create(link.identity().issuer()).getHost(),
                        link.identity().issuer(),
                        link.identity().subject(),
                        link.linkedAt(),
                        spare))
                .toList();
    }

    private List<AccountView.Program> programs(Caller caller) {
        return programs.list(caller).stream()
                .map(program -> new AccountView.Program(
                        program.clientId(), program.name(), program.scopes(), program.since(), program.until()))
                .toList();
    }

    private static AccountView.Session session(OwnSession session) {
        boolean handheld = List.of("Android", "iPhone").stream().anyMatch(session.device()::endsWith);
        return new AccountView.Session(
                session.id(), session.device(), handheld, session.lastSeenAt(), session.current());
    }
}
