package io.agizo.orders;

import io.agizo.identity.Permission;

/** What can be done to an order, and the permission that it needs. */
public enum StepKind {
    ACCEPT(Permission.ORDERS_DECIDE),
    REJECT(Permission.ORDERS_DECIDE),
    FULFIL(Permission.ORDERS_FULFIL),
    RETURN(Permission.ORDERS_FULFIL),
    EDIT(Permission.ORDERS_EDIT),
    CANCEL(Permission.ORDERS_CANCEL),
    DELETE(Permission.ORDERS_DELETE);

    private final Permission needs;

    StepKind(Permission needs) {
        this.needs = needs;
    }

    public Permission needs() {
        return needs;
    }
}
