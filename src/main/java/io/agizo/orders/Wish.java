package io.agizo.orders;

/** What one may come to the desk with. */
sealed interface Wish permits NewOrderRequest, CheckoutRequest {}
