package io.agizo.api.graphql;

import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.shared.InvalidInput.Fault;
import java.util.List;

/** The refusals that more than one module's mutations come to, each named after its type of the schema. */
public sealed interface CommonRefusal extends Refusal {

    /** Parts of the input cannot be accepted; each error points at one. */
    record InvalidInput(String message, String problem, List<Fault> errors) implements CommonRefusal {}

    /** The caller lacks the permission that the message names. */
    record PermissionDenied(String message, String problem) implements CommonRefusal {}

    /** What was to be changed is not there. */
    record NotFound(String message, String problem) implements CommonRefusal {}

    /** What was to be changed has another version by now than the change was meant for. */
    record StaleVersion(String message, String problem) implements CommonRefusal {}

    /** The present state does not allow it, in a way that has no type of its own. */
    record Conflict(String message, String problem) implements CommonRefusal {}

    /** The code belongs to another. */
    record DuplicateCode(String message, String problem) implements CommonRefusal {}

    /** The SKU belongs to another. */
    record DuplicateSku(String message, String problem) implements CommonRefusal {}

    /** One of the barcodes belongs to another. */
    record DuplicateBarcode(String message, String problem) implements CommonRefusal {}

    /** The stock is promised to orders. */
    record StockReserved(String message, String problem) implements CommonRefusal {}

    /** The key belongs to another request. */
    record IdempotencyKeyReused(String message, String problem) implements CommonRefusal {}

    /** The first request under the key is being answered. */
    record IdempotencyKeyInFlight(String message, String problem) implements CommonRefusal {}

    /** More came from one address than the shop takes. */
    record TooManyRequests(String message, String problem) implements CommonRefusal {}

    /** More is under way than can be served; nothing was begun. */
    record Overloaded(String message, String problem) implements CommonRefusal {}

    /** The outcome is not known; a repeat under the same key tells. */
    record Unconfirmed(String message, String problem) implements CommonRefusal {}

    /** The refusal that shows the problem; its type is one of those that use cases refuse by. */
    static Refusal of(Problem problem) {
        String message = problem.detail();
        String path = problem.type();
        ProblemType type = ProblemType.ofPath(path)
                .orElseThrow(() -> new IllegalArgumentException("No mutation is refused by " + path));
        return switch (type) {
            case INVALID_INPUT -> new InvalidInput(message, path, problem.errors());
            case PERMISSION_DENIED -> new PermissionDenied(message, path);
            case NOT_FOUND -> new NotFound(message, path);
            case STALE -> new StaleVersion(message, path);
            case CONFLICT, SECRET_SHOWN, PARTLY_FULFILLED -> new Conflict(message, path);
            case DUPLICATE_CODE -> new DuplicateCode(message, path);
            case DUPLICATE_SKU -> new DuplicateSku(message, path);
            case DUPLICATE_BARCODE -> new DuplicateBarcode(message, path);
            case STOCK_RESERVED -> new StockReserved(message, path);
            case IDEMPOTENCY_KEY_REUSED -> new IdempotencyKeyReused(message, path);
            case IDEMPOTENCY_KEY_IN_FLIGHT -> new IdempotencyKeyInFlight(message, path);
            case TOO_MANY_REQUESTS -> new TooManyRequests(message, path);
            case OVERLOADED -> new Overloaded(message, path);
            case UNCONFIRMED -> new Unconfirmed(message, path);
            default -> throw new IllegalArgumentException("No mutation is refused by " + path);
        };
    }
}
