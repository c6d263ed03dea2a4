package io.agizo.storefront.pages;

import io.agizo.api.pages.Form;
import io.agizo.identity.Permission;
import java.util.List;

/** Lets a person that was invited to work here accept. */
public record InvitationView(String token, String name, List<Permission> permissions, boolean signedIn, Form form) {}
