package io.agizo.accounts;

import io.agizo.shared.PhoneNumber;
import java.util.List;

/** What someone is shown of the invitation whose link they were sent. */
public record Invitation(String name, PhoneNumber phone, List<String> permissions) {}
