package io.agizo.signin.pages;

import io.agizo.identity.Caller;
import io.agizo.issuer.ReadConsentRequest;
import io.agizo.issuer.ReadConsentRequest.ConsentRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person says whether another application may act for them. */
@Controller
class ConsentPages {

    private final ReadConsentRequest requests;

    ConsentPages(ReadConsentRequest requests) {
        this.requests = requests;
    }

    @GetMapping("/oauth2/consent")
    String ask(@RequestParam String state, Caller person, Model model) {
        ConsentRequest request = requests.of(person, state);
        model.addAttribute(
                "view",
                new ConsentView(
                        request.clientId(),
                        request.clientName(),
                        state,
                        request.asked(),
                        request.already(),
                        request.kept(),
                        request.leadsTo(),
                        request.days()));
        return "storefront/consent";
    }
}
