package io.agizo.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strong entity tag of a representation: {@code "<version>-<hash of its bytes>"}.
 *
 * <p>The hash makes 304 exact: a text that was delivered changes what an order shows, though not its version. A change
 * under {@code If-Match} compares the version alone, so that a delivered text does not refuse somebody's edit.
 */
public final class EntityTag {

    /** One element of a list of tags as RFC 9110 writes it, with the comma before the next one. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")[ \\t]*(?:,|$)");

    private static final Pattern OURS = Pattern.compile("\"([0-9]{1,9})-[0-9a-f]{16}(?:-gzip)?\"");

    /** 64 bits: two bodies of one resource never look the same by chance, and the header stays short. */
    private static final int HASH_BYTES = 8;

    private static final String WEAK = "W/";

    private EntityTag() {}

    public static String of(int version, byte[] body) {
        String hash = HexFormat.of().formatHex(sha256().digest(body), 0, HASH_BYTES);
        return "\"" + version + "-" + hash + "\"";
    }

    /** The tag of the same representation when it is sent compressed: other bytes have another strong tag. */
    public static String compressed(String tag) {
        return tag.substring(0, tag.length() - 1) + "-gzip\"";
    }

    /** Whether an {@code If-None-Match} names the tag, by weak comparison; a header that is not a list of tags names none. */
    public static boolean named(String ifNoneMatch, String tag) {
        return ifNoneMatch.strip().equals("*")
                || list(ifNoneMatch).orElse(Set.of()).stream()
                        .anyMatch(named -> opaque(named).equals(tag));
    }

    /** The version that a strong tag of ours shows; empty for any other tag. */
    static Optional<Integer> version(String tag) {
        Matcher ours = OURS.matcher(tag);
        return ours.matches() ? Optional.of(Integer.valueOf(ours.group(1))) : Optional.empty();
    }

    /** The tags of a header's list; empty if it is not one. */
    static Optional<Set<String>> list(String header) {
        Set<String> tags = new LinkedHashSet<>();
        Matcher element = ELEMENT.matcher(header);
        int end = 0;
        while (end < header.length() && element.find(end) && element.start() == end) {
            tags.add(element.group(1));
            end = element.end();
        }
        return end == header.length() && !tags.isEmpty() ? Optional.of(tags) : Optional.empty();
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
