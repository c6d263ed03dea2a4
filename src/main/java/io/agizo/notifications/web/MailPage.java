package io.agizo.notifications.web;

import io.agizo.notifications.mail.ReadMails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The mails of the demo, for anyone who tries it; a real shop has no such page. */
@Controller
@ConditionalOnBooleanProperty("agizo.demo.active")
class MailPage {

    private final ReadMails mails;

    MailPage(ReadMails mails) {
        this.mails = mails;
    }

    @GetMapping("/mails")
    String page(Model model) {
        model.addAttribute("mails", mails.latest());
        return "mailscreen/page";
    }
}
