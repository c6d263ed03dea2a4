package io.agizo.identity;

/** The caller is known but lacks the permission for what was asked. */
public final class PermissionDenied extends RuntimeException {

    private final Permission permission;

    public PermissionDenied(Permission permission) {
        super(needs(permission), null, false, false);
        this.permission = permission;
    }

    /** What to tell someone who lacks the permission. */
    public static String needs(Permission permission) {
        return "This needs the permission " + permission.scope() + ".";
    }

    public Permission permission() {
        return permission;
    }
}
