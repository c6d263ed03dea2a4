package io.agizo.accounts.web;

import io.agizo.accounts.oidc.LinkWish;
import io.agizo.identity.Caller;
import io.agizo.identity.WebClient;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a signed-in person link their account with who they are at the other issuer. */
@Controller
class LinkPage {

    private final LinkWish wish;

    LinkPage(LinkWish wish) {
        this.wish = wish;
    }

    @PostMapping("/account/issuer")
    String link(Caller person, HttpServletRequest request) {
        if (!wish.canBeGranted()) {
            throw new NotFound("People sign in at the shop itself.");
        }
        wish.make(request, person);
        return "redirect:" + WebClient.SIGN_IN;
    }
}
