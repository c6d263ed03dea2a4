package io.agizo.live;

/** Something on each replica that holds what is in the database, and reads it anew when it has changed on any of them. */
public interface HearsChanges {

    Topic topic();

    /** Something of the topic has changed, or may have. Throws if it cannot be read now; it is told again then. */
    void heard();
}
