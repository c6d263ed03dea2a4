package io.agizo.orders;

import io.agizo.identity.PublicAddress;
import io.agizo.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes the links of orders and reads them. Nothing is kept for an order, for its secret is its number and a tag that only the
 * shop can make of it; and a wrong secret is told from a right one without asking the database (ADR 0032).
 */
@Component
public final class OrderLinks {

    private static final String ALGORITHM = "HmacSHA256";

    /** 96 bits: whoever tries a thousand million a second does not find one in the age of the universe. */
    private static final int TAG_BYTES = 12;

    /** Base64 writes three bytes in four letters. */
    private static final int TAG_LETTERS = TAG_BYTES / 3 * 4;

    private final Mac mac;
    private final String pages;

    @Autowired
    OrderLinks(OrderLinkStore store, PublicAddress address) {
        this(store.key(), address);
    }

    OrderLinks(byte[] key, PublicAddress address) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
        pages = address.url() + "/orders/";
    }

    /** The same for ever, whichever replica makes it. */
    public OrderSecret of(OrderNumber number) {
        return new OrderSecret(tag(number) + number.value().replace("-", ""));
    }

    /** Where whoever is given it follows the order, for a text. */
    public String address(OrderNumber number) {
        return pages + of(number).value();
    }

    /** Whose secret it is; whether there still is such an order, its reader finds out. Empty for what the shop did not make. */
    Optional<OrderNumber> opened(OrderSecret secret) {
        String given = secret.value();
        if (given.length() != TAG_LETTERS + OrderNumber.DIGITS) {
            return Optional.empty();
        }
        OrderNumber number;
        try {
            number = new OrderNumber(OrderNumber.grouped(given.substring(TAG_LETTERS)));
        } catch (InvalidInput noNumber) {
            return Optional.empty();
        }
        byte[] right = of(number).value().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Before the number, so that a link ends in a letter or a digit: some phones leave out a dash at its end. */
    private String tag(OrderNumber number) {
        byte[] whole = copy().doFinal(number.value().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, TAG_BYTES));
    }

    /** One for each call, since two threads cannot share it. */
    private Mac copy() {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException everyPlatformCopiesIt) {
            throw new IllegalStateException(everyPlatformCopiesIt);
        }
    }
}
