/** The doors to who may do what: employees, roles, API clients and the audit trail. */
@NullMarked
package io.agizo.accounts.web;

import org.jspecify.annotations.NullMarked;
