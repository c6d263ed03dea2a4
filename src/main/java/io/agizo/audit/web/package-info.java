/** The doors of the audit trail: REST and GraphQL. */
@NullMarked
package io.agizo.audit.web;

import org.jspecify.annotations.NullMarked;
