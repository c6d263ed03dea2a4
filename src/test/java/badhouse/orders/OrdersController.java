package badhouse.orders;

import org.springframework.web.bind.annotation.RestController;

/** A door among the rules. */
@RestController
class OrdersController {}
