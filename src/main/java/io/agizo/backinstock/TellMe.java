package io.agizo.backinstock;

import io.agizo.catalog.ProductId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/** Somebody's wish to be told when a product is back. */
record TellMe(UUID id, ProductId product, PhoneNumber phone, String language, Instant askedAt) {}
