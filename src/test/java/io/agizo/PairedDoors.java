package io.agizo;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;

/** Which call over GraphQL asks for the same as which over REST, and what can be asked for over REST alone. */
final class PairedDoors {

    private static final String GRAPH_QL_TO_REST = """
            mutation acceptOrder         | POST   /orders/{number}/accept
            mutation acceptOrders        | POST   /orders/many/accept
            mutation addProductImage     | POST   /products/{sku}/images
            mutation adjustStock         | POST   /products/{sku}/stock-adjustments
            mutation cancelOrder         | POST   /orders/{number}/cancel
            mutation cancelOrders        | POST   /orders/many/cancel
            mutation checkOut            | POST   /carts/{id}/checkout
            mutation createCart          | POST   /carts
            mutation createClient        | POST   /clients
            mutation createCustomer      | POST   /customers
            mutation createProduct       | POST   /products
            mutation createRole          | POST   /roles
            mutation deleteCustomer      | DELETE /customers/{code}
            mutation deleteProduct       | DELETE /products/{sku}
            mutation editOrder           | PATCH  /orders/{number}
            mutation fulfilOrder         | POST   /orders/{number}/fulfil
            mutation fulfilOrders        | POST   /orders/many/fulfil
            mutation inviteEmployee      | POST   /employees
            mutation inviteEmployeeAgain | POST   /employees/{id}/invitation
            mutation placeOrder          | POST   /orders
            mutation rejectOrder         | POST   /orders/{number}/reject
            mutation rejectOrders        | POST   /orders/many/reject
            mutation removeCartLine      | DELETE /carts/{id}/lines/{sku}
            mutation removeEmployee      | DELETE /employees/{id}
            mutation removeLogo          | DELETE /shop/look/logo
            mutation removeProductImage  | DELETE /products/{sku}/images/{id}
            mutation removeRole          | DELETE /roles/{name}
            mutation resetLook           | DELETE /shop/look
            mutation resumeEmployee      | POST   /employees/{id}/resume
            mutation returnOrder         | POST   /orders/{number}/return
            mutation revokeClient        | DELETE /clients/{id}
            mutation rotateClientSecret  | POST   /clients/{id}/secrets
            mutation sendMessageAgain    | POST   /messages/{id}/again
            mutation setCartLine         | PUT    /carts/{id}/lines/{sku}
            mutation setLogo             | PUT    /shop/look/logo
            mutation setProductImage     | PUT    /products/{sku}/image
            mutation suspendEmployee     | POST   /employees/{id}/suspend
            mutation tellWhenBack        | POST   /products/{sku}/tell
            mutation textBuyerCode       | POST   /carts/{id}/codes
            mutation updateClient        | PATCH  /clients/{id}
            mutation updateCustomer      | PATCH  /customers/{code}
            mutation updateEmployee      | PATCH  /employees/{id}
            mutation updateLook          | PATCH  /shop/look
            mutation updateProductImage  | PATCH  /products/{sku}/images/{id}
            mutation updateProduct       | PATCH  /products/{sku}
            mutation updateRole          | PATCH  /roles/{name}
            mutation voidOrder           | DELETE /orders/{number}
            mutation writePrivateNote    | PUT    /orders/{number}/private-note
            query audit                  | GET    /audit
            query cart                   | GET    /carts/{id}
            query client                 | GET    /clients/{id}
            query clients                | GET    /clients
            query customer               | GET    /customers/{code}
            query customers              | GET    /customers
            query employee               | GET    /employees/{id}
            query employees              | GET    /employees
            query look                   | GET    /shop/look
            query manyOrders             | GET    /orders/many/jobs/{id}
            query messages               | GET    /messages
            query movements              | GET    /products/{sku}/movements
            query order                  | GET    /orders/{number}
            query orders                 | GET    /orders
            query ordersSummary          | GET    /orders/summary
            query privateNote            | GET    /orders/{number}/private-note
            query product                | GET    /products/{sku}
            query products               | GET    /products
            query role                   | GET    /roles/{name}
            query roles                  | GET    /roles
            query sales                  | GET    /reports/sales
            query stockAudit             | GET    /stock/audit
            """;

    /** Uploads and files, which GraphQL does not carry, and what describes or is a door itself. */
    private static final Set<String> REST_ALONE = Set.of(
            "POST /api/v1/imports/customers",
            "POST /api/v1/imports/orders",
            "POST /api/v1/imports/products",
            "GET /api/v1/imports/{id}",
            "GET /api/v1/imports/{id}/errors.csv",
            "GET /api/v1/products/{sku}/images",
            "GET /api/v1/products/{sku}/images/{id}",
            "GET /api/v1/docs",
            "GET /api/v1/openapi.json",
            "GET /api/v1/openapi.json.yaml",
            "POST /callbacks/africastalking/delivery",
            "POST /callbacks/africastalking/inbound",
            "POST /graphql");

    private PairedDoors() {}

    /** The call over REST for each over GraphQL. */
    static Map<String, String> pairs() {
        return GRAPH_QL_TO_REST
                .lines()
                .map(line -> line.split(" +\\| "))
                .collect(toMap(pair -> pair[0], pair -> pair[1].replaceFirst(" +/", " /api/v1/")));
    }

    static Set<String> restAlone() {
        return REST_ALONE;
    }
}
