package dev.dryrun.plugins.s3store;

/// What was asked for, as messages say it.
enum Action {
    CHECK("list", "s3:ListBucket"),
    LIST("list", "s3:ListBucket"),
    READ("read", "s3:GetObject and s3:ListBucket"),
    WRITE("write", "s3:PutObject and s3:GetObject"),
    DELETE("delete", "s3:DeleteObject");

    private final String verb;
    private final String permission;

    Action(String verb, String permission) {
        this.verb = verb;
        this.permission = permission;
    }

    String verb() {
        return verb;
    }

    String permission() {
        return permission;
    }
}
