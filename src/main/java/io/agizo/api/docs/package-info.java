/** The API's description: OpenAPI from the code, and the page on which people read it. Nothing is built until someone asks. */
@NullMarked
package io.agizo.api.docs;

import org.jspecify.annotations.NullMarked;
