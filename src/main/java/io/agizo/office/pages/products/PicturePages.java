package io.agizo.office.pages.products;

import io.agizo.catalog.ImageDetails;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.ProductView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.ConfirmView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.web.SentPicture;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pictures of a product: sent, described, put in order and taken away. */
@Controller
@RequestMapping(ProductListPages.PATH + "/{sku}/pictures")
class PicturePages {

    private static final String FILE = "file";

    private final ProductPictures pictures;
    private final ShowProduct show;

    PicturePages(ProductPictures pictures, ShowProduct show) {
        this.pictures = pictures;
        this.show = show;
    }

    /** Files are read as they arrive, one after the other; those before one that is refused are kept. */
    @PostMapping
    String add(
            Caller caller,
            @PathVariable Sku sku,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        int before = pictures.list(caller, sku).size();
        HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
        Message fault;
        try {
            SentPicture.each(
                    request,
                    file -> pictures.add(
                            caller, sku, pictures.prepare(caller, sku, file), new ImageDetails(null, null)));
            int added = pictures.list(caller, sku).size() - before;
            if (added > 0) {
                redirect.addFlashAttribute("notice", Message.of("products.pictures.added"));
                return "redirect:" + there(sku);
            }
            fault = Message.of("products.pictures.none");
        } catch (PictureRefused picture) {
            fault = Message.of("products.pictures."
                    + picture.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } catch (Conflict full) {
            refused = HttpStatus.CONFLICT;
            fault = Message.of("products.pictures.full", Integer.toString(ProductPictures.MOST));
        } catch (IOException | ErrorResponseException brokenOff) {
            refused = HttpStatus.BAD_REQUEST;
            fault = Message.of("products.pictures.broken-off");
        }
        response.setStatus(refused.value());
        Form form = Form.blank().refused(FILE, fault.key(), fault.arguments().toArray(String[]::new));
        return show.refusedPictures(caller, show.read(caller, sku), form, model);
    }

    /** @param way {@code earlier} or {@code later} to move it by one place; else it stays where it is */
    @PostMapping("/{id}")
    String change(
            Caller caller,
            @PathVariable Sku sku,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String way,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        int step = switch (way) {
            case "earlier" -> -1;
            case "later" -> 1;
            default -> 0;
        };
        try {
            pictures.change(caller, sku, id, null, present -> new ImageDetails(description, moved(present, step)));
            redirect.addFlashAttribute(
                    "notice", Message.of(step == 0 ? "products.pictures.saved" : "products.pictures.moved"));
            return "redirect:" + there(sku);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Form form = Form.blank()
                    .refused(FILE, Form.FAULT, invalid.faults().getFirst().message());
            return show.refusedPictures(caller, show.read(caller, sku), form, model);
        }
    }

    @GetMapping("/{id}/remove")
    String askToRemove(Caller caller, @PathVariable Sku sku, @PathVariable String id, Model model) {
        caller.must(Permission.PRODUCTS_WRITE);
        ProductView product = show.read(caller, sku);
        ProductImage image = pictures.get(caller, sku, id);
        model.addAttribute(
                "view",
                new ConfirmView(
                        Message.of("products.pictures.remove.sure", product.name()),
                        image.description().isEmpty()
                                ? Message.of("products.pictures.remove.text")
                                : Message.of("products.pictures.remove.which", image.description()),
                        ProductPages.there(sku) + "/pictures/" + image.id() + "/remove",
                        Message.of("products.pictures.remove.go"),
                        there(sku),
                        Message.of("products.pictures.remove.keep")));
        return "office/confirm";
    }

    @PostMapping("/{id}/remove")
    String remove(Caller caller, @PathVariable Sku sku, @PathVariable String id, RedirectAttributes redirect) {
        caller.must(Permission.PRODUCTS_WRITE);
        try {
            pictures.remove(caller, sku, id, null);
            redirect.addFlashAttribute("notice", Message.of("products.pictures.removed"));
        } catch (NotFound goneAlready) {
            show.read(caller, sku);
        }
        return "redirect:" + there(sku);
    }

    private static int moved(ImageDetails present, int step) {
        int position = present.position() == null ? 1 : present.position();
        return Math.clamp(position + (long) step, 1, ProductPictures.MOST);
    }

    private static String there(Sku sku) {
        return ProductPages.there(sku) + "#pictures";
    }
}
