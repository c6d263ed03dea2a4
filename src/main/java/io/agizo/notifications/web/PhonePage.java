package io.agizo.notifications.web;

import io.agizo.notifications.phonescreen.ReadPhones;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The screens of customers' phones, for anyone who tries the demo; a real shop has no such page. */
@Controller
@ConditionalOnBooleanProperty("agizo.demo.active")
class PhonePage {

    private final ReadPhones phones;
    private final Shop shop;

    PhonePage(ReadPhones phones, Shop shop) {
        this.phones = phones;
        this.shop = shop;
    }

    @GetMapping("/phone")
    String page(@RequestParam @Nullable String number, Model model) {
        return show(number, model, "phonescreen/page");
    }

    /** The part of the page that changes, for the page's script. */
    @GetMapping("/phone/screens")
    String screens(@RequestParam @Nullable String number, Model model) {
        return show(number, model, "phonescreen/screens");
    }

    private String show(@Nullable String typed, Model model, String view) {
        String number = typed == null ? "" : typed.strip();
        model.addAttribute("shop", shop.name());
        model.addAttribute("typed", number);
        try {
            PhoneNumber one = number.isEmpty() ? null : PhoneNumber.parse(number, shop.country());
            model.addAttribute("one", one);
            model.addAttribute("phones", one == null ? phones.latest() : phones.only(one));
        } catch (InvalidInput invalid) {
            model.addAttribute("phones", List.of());
            model.addAttribute("fault", invalid.getMessage());
        }
        return view;
    }
}
