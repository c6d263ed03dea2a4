package io.agizo.identity;

/**
 * The scope by which a person lets another's program shop for them. It is no permission: everyone may shop for themselves, and
 * nobody for another who has not agreed to it.
 */
public final class ShopScope {

    /** To order as the person, and to see and call off what they ordered. */
    public static final String NAME = "shop:order";

    private ShopScope() {}
}
