/** The doors to who may do what: employees and roles. */
@NullMarked
package io.agizo.accounts.web;

import org.jspecify.annotations.NullMarked;
