package io.agizo.identity;

/** The caller is known but lacks the permission for what was asked, or is not the owner whom it takes. */
public final class PermissionDenied extends RuntimeException {

    private final transient Caller caller;
    private final Permission permission;
    private final String lacking;

    public PermissionDenied(Caller caller, Permission permission) {
        this(caller, permission, permission.scope(), needs(permission));
    }

    private PermissionDenied(Caller caller, Permission permission, String lacking, String message) {
        super(message, null, false, false);
        this.caller = caller;
        this.permission = permission;
        this.lacking = lacking;
    }

    /** For what no permission allows: only an owner of the shop may do it. */
    public static PermissionDenied ofOwners(Caller caller) {
        return new PermissionDenied(
                caller,
                Permission.EMPLOYEES_MANAGE,
                "owner",
                "Only an owner of the shop may do this. Ask an owner to do it.");
    }

    public Caller caller() {
        return caller;
    }

    /** What to tell someone who lacks the permission. */
    public static String needs(Permission permission) {
        return "This needs the permission " + permission.scope() + ".";
    }

    /** The permission that such requests need; not all that is lacking where an owner is asked for. */
    public Permission permission() {
        return permission;
    }

    /** The scope that the caller lacks, or {@code owner}. */
    public String lacking() {
        return lacking;
    }
}
