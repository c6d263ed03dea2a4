/** The doors to who may do what: API clients and the audit trail. */
@NullMarked
package io.agizo.accounts.web;

import org.jspecify.annotations.NullMarked;
