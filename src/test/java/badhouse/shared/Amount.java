package badhouse.shared;

import org.springframework.lang.CheckReturnValue;

/** A shared value that knows a framework. */
interface Amount {

    @CheckReturnValue
    Amount doubled();
}
