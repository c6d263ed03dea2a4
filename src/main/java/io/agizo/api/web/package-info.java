/** How requests become arguments and values become answers in Spring MVC; no other module needs to look here. */
@NullMarked
package io.agizo.api.web;

import org.jspecify.annotations.NullMarked;
