package io.agizo.api;

import io.agizo.identity.NotAllowedByPerson;
import io.agizo.identity.NotSignedIn;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignInTooOld;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import io.agizo.shared.TooMany;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as an RFC 9457 problem document tells it.
 *
 * @param type such as {@code /problems/out-of-stock}
 * @param errors the faulty places of the input, if the input is at fault
 * @param members what programs may want to know beyond that, by member name
 * @param retryAfterSeconds sent as a header where waiting helps
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Fault> errors,
        Map<String, Object> members,
        @Nullable Integer retryAfterSeconds) {

    public Problem {
        errors = List.copyOf(errors);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.path(), type.title(), type.status(), detail, List.of(), Map.of(), null);
    }

    /** The problem by which a use case refused; empty for a failure that is no refusal. */
    public static Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case InvalidInput invalid -> Optional.of(invalid(invalid.faults()));
            case NotFound missing -> Optional.of(of(ProblemType.NOT_FOUND, missing));
            case Conflict conflict -> Optional.of(conflict(conflict));
            case Stale stale -> Optional.of(of(ProblemType.STALE, stale));
            case NotSignedIn stranger -> Optional.of(of(ProblemType.UNAUTHENTICATED, stranger));
            case SignInTooOld old ->
                Optional.of(
                        of(ProblemType.SIGN_IN_TOO_OLD, old).with("maxAgeSeconds", SignInTooOld.GOOD_FOR.toSeconds()));
            case NotAllowedByPerson denied -> Optional.of(of(ProblemType.PERMISSION_DENIED, denied));
            case PermissionDenied denied -> Optional.of(of(ProblemType.PERMISSION_DENIED, denied));
            case TooMany tooMany ->
                Optional.of(of(ProblemType.TOO_MANY_REQUESTS, tooMany).retryAfter(tooMany.waitSeconds()));
            default -> Optional.empty();
        };
    }

    private static Problem of(ProblemType type, RuntimeException refusal) {
        return of(type, Objects.requireNonNullElse(refusal.getMessage(), type.meaning()));
    }

    /** A type that the catalogue does not know keeps its own name and is a conflict like any other. */
    public static Problem conflict(Conflict conflict) {
        String title =
                ProblemType.ofSlug(conflict.type()).orElse(ProblemType.CONFLICT).title();
        int status = ProblemType.CONFLICT.status();
        return new Problem(
                "/problems/" + conflict.type(),
                title,
                status,
                Objects.requireNonNull(conflict.getMessage()),
                List.of(),
                Map.of(),
                null);
    }

    public static Problem invalid(List<Fault> faults) {
        String detail = faults.size() == 1
                ? "One part of the input needs correcting."
                : faults.size() + " parts of the input need correcting.";
        return of(ProblemType.INVALID_INPUT, detail).withErrors(faults);
    }

    public Problem withErrors(List<Fault> faults) {
        return new Problem(type, title, status, detail, faults, members, retryAfterSeconds);
    }

    /** Points at one faulty place of the input, by JSON pointer. */
    public Problem at(String pointer, String message) {
        return withErrors(List.of(new Fault(pointer, message)));
    }

    /** Adds a member of its own, in the contract's camelCase. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, errors, more, retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(type, title, status, detail, errors, members, seconds);
    }
}
