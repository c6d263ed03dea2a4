/** Every page with examples on it, outside the shop, so that no scan for the real one's parts comes here. */
package gallery;
