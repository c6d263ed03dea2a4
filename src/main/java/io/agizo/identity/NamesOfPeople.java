package io.agizo.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows how people are called at present. */
public interface NamesOfPeople {

    /** Those of the accounts that are still there. */
    Map<UUID, String> of(Collection<UUID> accounts);
}
