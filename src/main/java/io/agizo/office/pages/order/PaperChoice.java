package io.agizo.office.pages.order;

import io.agizo.orders.PrintKind;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Remembers in the browser what paper it prints on: the printer belongs to the till, not to who works at it. */
final class PaperChoice {

    /** Until somebody chooses anew; browsers keep no cookie for longer. */
    private static final Duration KEPT = Duration.ofDays(400);

    private PaperChoice() {}

    /** What is asked for, or else what this browser prints on, or else what most shops have. */
    static Paper of(@Nullable String asked, PrintKind what, HttpServletRequest request) {
        return Paper.of(asked)
                .or(() -> kept(what, request))
                .orElse(what == PrintKind.RECEIPT ? Paper.ROLL_80 : Paper.A4);
    }

    static void keep(PrintKind what, Paper paper, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(what), paper.word())
                        .path("/office")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static Optional<Paper> kept(PrintKind what, HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(what)))
                .map(Cookie::getValue)
                .flatMap(word -> Paper.of(word).stream())
                .findFirst();
    }

    private static String name(PrintKind what) {
        return "paper-" + what.name().toLowerCase(Locale.ROOT);
    }
}
