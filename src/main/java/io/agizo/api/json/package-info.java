/** How JSON is read and written: strictly, within limits, and with faults that point at their place. */
@NullMarked
package io.agizo.api.json;

import org.jspecify.annotations.NullMarked;
