/** The shop's look over REST and GraphQL, and the style sheet that colours its pages. */
@NullMarked
package io.agizo.branding.web;

import org.jspecify.annotations.NullMarked;
