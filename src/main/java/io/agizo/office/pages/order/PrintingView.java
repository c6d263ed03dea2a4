package io.agizo.office.pages.order;

/** What this browser prints on. */
public record PrintingView(Paper slip, Paper receipt, Paper pickList) {}
