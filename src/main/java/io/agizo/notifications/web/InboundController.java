package io.agizo.notifications.web;

import io.agizo.notifications.africastalking.TakeInbound;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Africa's Talking hands over what people text to the shop, and says who wants nothing more of it. */
@RestController
class InboundController {

    private final TakeInbound inbound;

    InboundController(TakeInbound inbound) {
        this.inbound = inbound;
    }

    /** A shop may have set the one address for both: only a notice of an opt-out has a {@code phoneNumber}. */
    @PostMapping("/callbacks/africastalking/inbound")
    void inbound(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String phoneNumber) {
        if (from.isEmpty() && !phoneNumber.isEmpty()) {
            inbound.optedOut(token, phoneNumber);
        } else {
            inbound.text(token, id, from, text);
        }
    }
}
