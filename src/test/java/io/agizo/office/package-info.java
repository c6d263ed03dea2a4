@NullMarked
package io.agizo.office;

import org.jspecify.annotations.NullMarked;
