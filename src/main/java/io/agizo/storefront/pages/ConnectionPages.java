package io.agizo.storefront.pages;

import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.signin.LinkedSignIns;
import io.agizo.api.pages.Message;
import io.agizo.identity.Caller;
import io.agizo.issuer.AllowedPrograms;
import org.springframework.stereotype.Controller;
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

    ConnectionPages(AllowedPrograms programs, LinkedSignIns signIns) {
        this.programs = programs;
        this.signIns = signIns;
    }

    @PostMapping("/account/programs/{id}/end")
    String takeBack(Caller caller, @PathVariable String id, RedirectAttributes redirect) {
        programs.takeBack(caller, id);
        redirect.addFlashAttribute("notice", Message.of("account.programs.ended"));
        return ACCOUNT;
    }

    @PostMapping("/account/issuer/unlink")
    String unlink(
            Caller caller, @RequestParam String issuer, @RequestParam String subject, RedirectAttributes redirect) {
        signIns.unlink(caller, new ForeignIdentity(issuer, subject));
        redirect.addFlashAttribute("notice", Message.of("account.saved"));
        return ACCOUNT;
    }
}
