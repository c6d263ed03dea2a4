package io.agizo.pages;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PublicAddress;
import io.agizo.shared.Brand;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriUtils;

/** What every page stands in: its reader, their language, and what its links and forms need. */
public final class PageFrame {

    private final HttpServletRequest request;
    private final Shop shop;
    private final Caller caller;
    private final Texts texts;
    private final Assets assets;
    private final @Nullable Message notice;
    private final @Nullable Message caution;
    private final int unitsInCart;
    private final PublicAddress address;

    PageFrame(
            HttpServletRequest request,
            Shop shop,
            Caller caller,
            Texts texts,
            Assets assets,
            @Nullable Message notice,
            @Nullable Message caution,
            int unitsInCart,
            PublicAddress address) {
        this.request = request;
        this.shop = shop;
        this.caller = caller;
        this.texts = texts;
        this.assets = assets;
        this.notice = notice;
        this.caution = caution;
        this.unitsInCart = unitsInCart;
        this.address = address;
    }

    public String shop() {
        return shop.name();
    }

    /** What the shop looks like, and says of itself. */
    public Brand brand() {
        return shop.brand();
    }

    /** What the shop says of itself, in the reader's language if it can; null if it says nothing. */
    public @Nullable String line() {
        return shop.brand().line().in(texts.language());
    }

    public String currency() {
        return shop.currency().getCurrencyCode();
    }

    public Caller caller() {
        return caller;
    }

    public boolean isSignedIn() {
        return !caller.equals(Caller.anyone());
    }

    public boolean may(Permission permission) {
        return caller.may(permission);
    }

    /** What was done by the request that led here, said once. */
    public @Nullable Message notice() {
        return notice;
    }

    /** What could not be done by the request that led here, said once. */
    public @Nullable Message caution() {
        return caution;
    }

    /** How many units the cart of this browser held when it was last shown or changed here. */
    public int unitsInCart() {
        return unitsInCart;
    }

    /** The path as others reach it, for whoever hands a link on. */
    public String whole(String path) {
        return address.url() + path;
    }

    /** Whether forms are protected here, as wherever the session of a browser counts; pages of the API have none. */
    public boolean mayHaveForms() {
        return request.getAttribute(CsrfToken.class.getName()) != null;
    }

    /** Proves that a form is from this shop; asked for only where there is a form, since it begins a session. */
    public CsrfToken csrf() {
        return (CsrfToken) Objects.requireNonNull(
                request.getAttribute(CsrfToken.class.getName()), "This page is served without protection of its forms");
    }

    public boolean isAt(String path) {
        return request.getRequestURI().equals(path);
    }

    /** Whether this page is at the path or below it. */
    public boolean isUnder(String path) {
        return isAt(path) || request.getRequestURI().startsWith(path + "/");
    }

    /** What a use case says in English, in the reader's language. */
    public String said(String english) {
        return texts.said(english);
    }

    public String asset(String file) {
        return assets.address(file);
    }

    /** The address of an icon, whichever file it is in. */
    public String icon(String name) {
        return assets.icon(name);
    }

    public String language() {
        return texts.language();
    }

    public List<String> languages() {
        return Bundles.LANGUAGES;
    }

    /** Leads to where people sign in, and from there back to this page where that is of use. */
    public String login() {
        return WayBack.to(request)
                .map(page -> "/login?from=" + UriUtils.encode(page, StandardCharsets.UTF_8))
                .orElse("/login");
    }

    /** What asks another page for one thing, to stand after its path. */
    public String asking(String parameter, Object value) {
        return new PageAddress(null).with(parameter, value);
    }

    /** Leads to this very page in another language; without a path, so that no odd address of it leads elsewhere. */
    public String inLanguage(String language) {
        return address().with("lang", language);
    }

    /** Leads to the beginning of this list with one thing asked otherwise, or no more if the value is null. */
    public String with(String parameter, @Nullable Object value) {
        return address().first().with(parameter, value);
    }

    /** Leads to the page of this list that begins at the cursor. */
    public String next(String cursor) {
        return address().next(cursor);
    }

    /** Leads to the page of this list that was before this one; null on the first. */
    public @Nullable String previous() {
        return address().previous();
    }

    private PageAddress address() {
        return new PageAddress(request.getQueryString());
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public String text(Message message) {
        return texts.text(message);
    }

    public String amount(Money money) {
        return texts.amount(money);
    }

    /** In the groups in which people of its country read it out. */
    public String phone(PhoneNumber phone) {
        return phone.inGroups(shop.country());
    }

    public String number(long number) {
        return texts.number(number);
    }

    public String day(Instant at) {
        return texts.day(at);
    }

    public String moment(Instant at) {
        return texts.moment(at);
    }
}
