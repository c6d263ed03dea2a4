package io.agizo.live;

import java.util.Collection;
import java.util.Map;

/** Names subjects as people know them, for a module that announces them by ids because a look-up would cost its transaction. */
public interface SubjectNames {

    Topic topic();

    /** The names of those subjects that are ids of this topic; others are called what they were announced as. */
    Map<String, String> names(Collection<String> subjects);
}
