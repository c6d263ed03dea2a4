package io.agizo.pages;

/** Says one thing and where to go on. */
public record MessageView(Message title, Message text, String href, Message link) {}
