package io.agizo.office.pages.counter;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.CancelSale;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of sales that could not be fulfilled and were given up at the till. */
@Controller
@RequestMapping(CounterPages.PATH + "/cancellations")
class CancellationPages {

    private final CancelSale cancelSale;
    private final Shop shop;

    CancellationPages(CancelSale cancelSale, Shop shop) {
        this.cancelSale = cancelSale;
        this.shop = shop;
    }

    @GetMapping
    String list(Caller caller, Model model) {
        model.addAttribute("view", new CancellationsView(cancelSale.latest(caller)));
        return "office/counter/cancellations";
    }

    @PostMapping
    ResponseEntity<SaleAnswer> cancel(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        caller.must(Permission.ORDERS_PLACE);
        SaleFields fields = new SaleFields(typed);
        String seller = fields.one("seller");
        if (!seller.isEmpty() && !seller.equals(caller.id())) {
            return ResponseEntity.status(409).body(SaleAnswer.refused(409, "other-seller"));
        }
        try {
            cancelSale.cancel(
                    caller,
                    fields.one("key"),
                    fields.rungUpThen(),
                    fields.total(shop),
                    fields.words("goods", CancelSale.LONGEST_GOODS),
                    fields.words("reason", CancelSale.LONGEST_REASON));
            return ResponseEntity.noContent().build();
        } catch (InvalidInput invalid) {
            SaleAnswer answer = SaleAnswer.of(invalid);
            return ResponseEntity.status(answer.status()).body(answer);
        }
    }
}
