package io.agizo.office.pages.look;

import io.agizo.branding.ChangeLook;
import io.agizo.branding.ShopLook;
import io.agizo.branding.StyleSheet;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.ConfirmView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.PreparedPicture;
import io.agizo.pictures.web.SentPicture;
import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Words;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Stale;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the shop's name, look and words, with what the shop would look like beside it. */
@Controller
@RequestMapping(LookPages.PATH)
class LookPages {

    static final String PATH = "/office/settings/shop";

    /** A picture is refused in the same words wherever it is sent. */
    private static final String PICTURE_FAULT = "products.pictures.";

    private final ChangeLook look;

    LookPages(ChangeLook look) {
        this.look = look;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        ShopLook present = look.get(caller);
        LookFields fields = LookFields.of(present);
        return show(present, fields, fields.form(), present.version(), Form.blank(), model);
    }

    @PostMapping
    String save(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        LookFields fields = LookFields.sent(sent);
        Form refused;
        try {
            look.change(caller, version, present -> fields.details());
            redirect.addFlashAttribute("notice", Message.of("look.saved"));
            return "redirect:" + PATH;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            refused = fields.form().refused(invalid);
        } catch (Stale changed) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            refused = fields.form().refused("", "office.changed");
        }
        ShopLook present = look.get(caller);
        return show(present, fields, refused, present.version(), Form.blank(), model);
    }

    /** Shows what is typed and saves nothing. */
    @PostMapping("/preview")
    String preview(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        ShopLook present = look.get(caller);
        LookFields fields = LookFields.sent(sent);
        int madeFor = version == null ? present.version() : version;
        return show(present, fields, fields.form(), madeFor, Form.blank(), model);
    }

    /** The token stands in the address: the file is read as it arrives, and nothing of the form before it. */
    @PostMapping("/logo")
    String logo(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.SETTINGS_MANAGE);
        HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
        String fault;
        try {
            List<PreparedPicture> files = new ArrayList<>();
            SentPicture.each(request, file -> files.add(look.prepare(caller, file)));
            if (!files.isEmpty()) {
                look.setLogo(caller, null, files.getFirst());
                redirect.addFlashAttribute("notice", Message.of("look.logo.saved"));
                return "redirect:" + PATH;
            }
            fault = "look.logo.none";
        } catch (PictureRefused picture) {
            fault = PICTURE_FAULT
                    + picture.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        } catch (IOException | ErrorResponseException brokenOff) {
            refused = HttpStatus.BAD_REQUEST;
            fault = PICTURE_FAULT + "broken-off";
        }
        response.setStatus(refused.value());
        ShopLook present = look.get(caller);
        LookFields fields = LookFields.of(present);
        Form logo = Form.blank().refused("file", fault);
        return show(present, fields, fields.form(), present.version(), logo, model);
    }

    @PostMapping("/logo/remove")
    String removeLogo(Caller caller, RedirectAttributes redirect) {
        look.removeLogo(caller, null);
        redirect.addFlashAttribute("notice", Message.of("look.logo.removed"));
        return "redirect:" + PATH;
    }

    @GetMapping("/reset")
    String askToReset(Caller caller, Model model) {
        caller.must(Permission.SETTINGS_MANAGE);
        model.addAttribute(
                "view",
                new ConfirmView(
                        Message.of("look.reset.sure"),
                        Message.of("look.reset.text"),
                        PATH + "/reset",
                        Message.of("look.reset.go"),
                        PATH,
                        Message.of("look.reset.keep")));
        return "office/confirm";
    }

    @PostMapping("/reset")
    String reset(Caller caller, RedirectAttributes redirect) {
        look.reset(caller, null);
        redirect.addFlashAttribute("notice", Message.of("look.reset.done"));
        return "redirect:" + PATH;
    }

    private static String show(ShopLook present, LookFields fields, Form form, int version, Form logo, Model model) {
        Brand now = present.shown();
        Brand shown = new Brand(
                fields.name().isBlank() ? now.name() : fields.name(),
                LookView.line(fields),
                Words.NONE,
                now.logo(),
                fields.shown(),
                null);
        model.addAttribute(
                "view",
                new LookView(
                        version,
                        form,
                        shown,
                        StyleSheet.preview(fields.shown()).path(),
                        fields.better(false),
                        fields.better(true),
                        fields.equals(LookFields.of(present)),
                        logo));
        return "office/look/page";
    }
}
