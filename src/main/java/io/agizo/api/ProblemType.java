package io.agizo.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of problem the shop answers with, for the problem documents and for the pages that explain them. */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "The request cannot be read",
            "The request line, a header or the query is not valid HTTP or not valid UTF-8.",
            "Check how your program builds the address and the headers, then send the request again."),
    MALFORMED_JSON(
            400,
            "The body is not valid JSON",
            "The body could not be read as one JSON document in UTF-8.",
            "Check the body with a JSON validator: one document, no key twice, no text after its end."),
    UNAUTHENTICATED(
            401,
            "Sign in first",
            "The request carries no valid access token.",
            "Get a token at the token endpoint and send it as “Authorization: Bearer …”."),
    SIGN_IN_TOO_OLD(
            401,
            "Sign in once more",
            "Granting permissions and deleting an account need a recent sign-in. The token shows an older one, or none.",
            "Send the person to the authorization endpoint with the max_age that WWW-Authenticate names, and repeat the request with the new token."),
    PERMISSION_DENIED(
            403,
            "You may not do this",
            "You are known, but you lack the permission that the detail names, or are not an owner of the shop.",
            "Ask whoever runs the shop for the permission, or use a token that has it."),
    FOREIGN_FORM(
            403,
            "The form was not taken",
            "The form was open for too long, or was not sent from a page of this shop.",
            "Load the page again, and send the form once more."),
    NOT_FOUND(
            404,
            "Not found",
            "Nothing is at this address, or nothing that you may see.",
            "Check the address and the code, number or SKU in it."),
    METHOD_NOT_ALLOWED(
            405,
            "This method is not allowed here",
            "The address exists but does not take this method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            406,
            "Not available in this form",
            "The answer does not exist in any of the media types that the Accept header asks for.",
            "Ask for application/json, or leave the Accept header out."),
    TOO_SLOW(
            408,
            "The rest of the request did not come",
            "The rest of the request did not arrive, or arrived too slowly.",
            "Send the request again. On a slow connection, send less at a time."),
    CONFLICT(
            409,
            "This does not fit the present state",
            "The request is sound, but what it wants is not possible as things are now.",
            "Read the resource again, then decide."),
    DUPLICATE_CODE(
            409,
            "This code is taken",
            "Another customer already has the code.",
            "Choose another code, or leave it out to have one assigned."),
    DUPLICATE_SKU(
            409,
            "This SKU is taken",
            "Another product already has the SKU.",
            "Choose another SKU, or change the product that has it."),
    DUPLICATE_BARCODE(
            409,
            "This barcode is taken",
            "Another product, which the detail names, already has one of the barcodes.",
            "Take the barcode away from that product first, or leave it out here."),
    OUT_OF_STOCK(
            409,
            "Not enough in stock",
            "Less is available than the order asks for. Nothing was ordered or reserved.",
            "Order at most what the product shows as available, or leave the line out."),
    STOCK_RESERVED(
            409,
            "Some of this stock is promised",
            "The adjustment would leave less on hand than is reserved for orders.",
            "Reject or cancel orders first, or take away less."),
    PRICE_CHANGED(
            409,
            "A price has changed",
            "A product costs another amount than was shown. Nothing was ordered.",
            "Show the new price and order again if it is accepted."),
    CART_CHANGED(
            409,
            "The cart has changed",
            "A price or what is available changed since the cart was last shown. Nothing was ordered.",
            "Show the cart of the answer and check out again if it is accepted."),
    NUMBER_NOT_PROVED(
            409,
            "The number has to be proved first",
            "The order is more than the shop takes from somebody whose telephone number is not proved; “errors” points at each line that is too much. Nothing was ordered.",
            "Order less, or have a code texted by POST /carts/{id}/codes and check out again with it."),
    ILLEGAL_TRANSITION(
            409,
            "The order cannot take this step",
            "The order's present state, which the detail names, does not allow the step.",
            "Read the order again; somebody may have decided it already."),
    PARTLY_FULFILLED(
            409,
            "The customer has some of this order",
            "Goods of the order were handed over; they are sold, returned or written off, and not forgotten.",
            "To cancel, take the goods back first, or edit the order down to them, which fulfils it. To delete, say with “restock” whether they go back on the shelf."),
    ALREADY_PLACED(
            409,
            "This order was placed before",
            "An order with this reference exists.",
            "Read the order that the answer names; use a new reference for a new order."),
    TOO_MANY_UPLOADS(
            409,
            "Too many uploads wait",
            "As many of your uploads wait as the shop takes from one sender. This one was not stored.",
            "Read the reports of the others, and send this one again once some of them are done."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            409,
            "The first request is still under way",
            "A request with this Idempotency-Key is being answered at this moment.",
            "Wait as many seconds as Retry-After says, then send the same request again."),
    SECRET_SHOWN(
            409,
            "The secret was shown before",
            "The first request with this Idempotency-Key was done, and its answer held a secret that the shop does not keep.",
            "Use what the first request made; if its secret is lost, give it a new one."),
    STALE(
            412,
            "This has changed since you read it",
            "The If-Match header names a version that is no longer the present one.",
            "Read the resource again, then repeat the change on what you find."),
    TOO_LARGE(
            413,
            "The body is too large",
            "The body is larger than this address takes.",
            "Send less at once; the imports take large files."),
    URI_TOO_LONG(
            414,
            "The address is too long",
            "The path and the query together are longer than the shop reads.",
            "Shorten the query."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Not in this form",
            "The address does not take a body of this Content-Type.",
            "Send one of the media types in the Accept header of the answer, usually application/json."),
    INVALID_INPUT(
            422,
            "Some of the input cannot be accepted",
            "The request could be read, but parts of it are missing, unknown or not valid; “errors” points at each.",
            "Correct what each error points at, then send the request again."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key belongs to another request",
            "This Idempotency-Key was used for a request with another method, address or body.",
            "Use a new key for each new request and the same key only to repeat one."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More requests came from this address, or from this API client, than the shop takes from one.",
            "Wait as many seconds as Retry-After says."),
    INTERNAL_ERROR(
            500,
            "Something went wrong on our side",
            "The shop failed at this request; the fault is recorded under the id in the answer.",
            "Try again later. If it happens again, give the id to whoever runs the shop."),
    OVERLOADED(
            503,
            "The shop is very busy",
            "The shop is handling as many requests as it can. This one was not started.",
            "Wait as many seconds as Retry-After says, then send the same request again."),
    UNCONFIRMED(
            503,
            "The outcome is not known",
            "The database did not confirm the change, so it may or may not have happened.",
            "Repeat the request with the same Idempotency-Key; it never happens twice.");

    private static final String FOLDER = "/problems/";

    private static final Map<String, ProblemType> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemType::slug, Function.identity()));

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }

    /** The type that the path names. */
    public static Optional<ProblemType> ofPath(String path) {
        return path.startsWith(FOLDER) ? ofSlug(path.substring(FOLDER.length())) : Optional.empty();
    }

    /** The plainest type of that status; a status without one is an ill request or, from 500, a fault of ours. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < INTERNAL_ERROR.status ? BAD_REQUEST : INTERNAL_ERROR);
    }

    /** The last part of the type's path, such as {@code out-of-stock}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path that names the type in documents and serves its page. */
    public String path() {
        return FOLDER + slug();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }
}
