package io.agizo.signin.pages;

import io.agizo.identity.Caller;
import io.agizo.identity.WebClient;
import io.agizo.shared.NotFound;
import io.agizo.signin.PresentProof;
import io.agizo.signin.oidc.LinkWish;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a signed-in person link their account with who they are at the other issuer. */
@Controller
class LinkPage {

    private final LinkWish wish;
    private final PresentProof present;

    LinkPage(LinkWish wish, PresentProof present) {
        this.wish = wish;
        this.present = present;
    }

    @PostMapping("/account/issuer")
    String link(
            Caller person,
            @RequestParam(name = "present", defaultValue = "") String shown,
            HttpServletRequest request) {
        if (!wish.canBeGranted()) {
            throw new NotFound("People sign in at the shop itself.");
        }
        present.mustShow(person, shown, request);
        wish.make(request, person);
        return "redirect:" + WebClient.SIGN_IN;
    }
}
