package io.agizo.identity;

/** The caller is known but lacks the permission for what was asked. */
public final class PermissionDenied extends RuntimeException {

    private final transient Caller caller;
    private final Permission permission;

    public PermissionDenied(Caller caller, Permission permission) {
        super(needs(permission), null, false, false);
        this.caller = caller;
        this.permission = permission;
    }

    public Caller caller() {
        return caller;
    }

    /** What to tell someone who lacks the permission. */
    public static String needs(Permission permission) {
        return "This needs the permission " + permission.scope() + ".";
    }

    public Permission permission() {
        return permission;
    }
}
