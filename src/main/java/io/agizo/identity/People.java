package io.agizo.identity;

import java.util.Optional;
import java.util.UUID;

/** Knows what a person may do at this moment; asked at each of their requests, so that what is taken away is gone at the next. */
public interface People {

    /** The person of an account, or nobody if there is no such account (any more). */
    Optional<Caller> find(UUID account);
}
