package io.agizo.office.pages.products;

import io.agizo.catalog.ProductView;
import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product with all that can be done to it.
 *
 * @param details what is said about it
 * @param stock what is typed about its stock
 * @param pictures what is wrong with a picture that was sent
 * @param counted what was counted, to be looked at before it is booked
 * @param ledger its latest movements; nothing for those who may not see them
 * @param next where the ledger goes on
 */
public record ProductPageView(
        ProductView product,
        ProductFormView details,
        Form stock,
        Form pictures,
        @Nullable Counted counted,
        List<LedgerLine> ledger,
        @Nullable String next) {

    /** The reasons that are ready made; whoever has another one writes it. */
    public static final List<String> REASONS = List.of("delivery", "broken", "stolen", "own-use", "correction");

    public ProductPageView {
        ledger = List.copyOf(ledger);
    }

    /** So many were counted, and so many more or less than the books say that is. */
    public record Counted(int units, int difference) {}
}
