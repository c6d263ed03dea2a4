package io.agizo.signin.pages;

import io.agizo.accounts.ForeignIdentity;
import io.agizo.identity.Caller;
import io.agizo.issuer.AllowedPrograms;
import io.agizo.pages.Message;
import io.agizo.signin.LinkedSignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How people cut what connects their account with programs and with another issuer. */
@Controller
class ConnectionPages {

    private static final String ACCOUNT = "redirect:/account";

    private final AllowedPrograms programs;
    private final LinkedSignIns signIns;
    private final AccountPage page;

    ConnectionPages(AllowedPrograms programs, LinkedSignIns signIns, AccountPage page) {
        this.programs = programs;
        this.signIns = signIns;
        this.page = page;
    }

    @PostMapping("/account/programs/{id}/end")
    String takeBack(Caller caller, @PathVariable String id, RedirectAttributes redirect) {
        programs.takeBack(caller, id);
        redirect.addFlashAttribute("notice", Message.of("account.programs.ended"));
        return ACCOUNT;
    }

    @PostMapping("/account/issuer/unlink")
    String unlink(
            Caller caller,
            @RequestParam String issuer,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String present,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        ForeignIdentity identity = new ForeignIdentity(issuer, subject);
        return page.changed(
                caller, () -> signIns.unlink(caller, identity, present, request), request, response, redirect, model);
    }
}
