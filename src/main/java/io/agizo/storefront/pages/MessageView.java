package io.agizo.storefront.pages;

import io.agizo.api.pages.Message;

/** Says one thing and where to go on. */
public record MessageView(Message title, Message text, String href, Message link) {}
