package io.agizo.signin.pages;

import io.agizo.identity.Caller;
import io.agizo.pages.Message;
import io.agizo.shared.NotFound;
import io.agizo.signin.ProveEmail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page to which the mail leads that asks whether an address is somebody's. To open it changes nothing, for programs that
 * look for bad links open it too.
 */
@Controller
class EmailPages {

    private final ProveEmail proveEmail;

    EmailPages(ProveEmail proveEmail) {
        this.proveEmail = proveEmail;
    }

    @GetMapping("/account/email")
    String email(Caller caller, @RequestParam(defaultValue = "") String token, Model model) {
        String address = proveEmail
                .look(caller, token)
                .orElseThrow(() -> new NotFound("This link is not good any more. Ask for a new one."));
        model.addAttribute("view", new EmailView(token, address));
        return "storefront/account-email";
    }

    @PostMapping("/account/email")
    String prove(Caller caller, @RequestParam(defaultValue = "") String token, RedirectAttributes redirect) {
        proveEmail.prove(caller, token);
        redirect.addFlashAttribute("notice", Message.of("account.saved"));
        return "redirect:/account";
    }
}
