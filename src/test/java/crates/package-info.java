/** A shop outside the shop, on which the API's conventions are tried; no scan for the real one's parts comes here. */
package crates;
