package badhouse.orders;

import java.util.Locale;
import org.springframework.graphql.data.method.annotation.QueryMapping;

/** Takes the language of the operation for that of its reader. */
class OrdersGraph {

    @QueryMapping
    String greeting(Locale locale) {
        return locale.getLanguage().equals("sw") ? "Karibu" : "Welcome";
    }
}
