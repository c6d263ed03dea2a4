// A sale before it is rung up. Plain values only, since it is kept in the browser's store as it is.

export const MOST_UNITS = 100000;
export const MOST_LINES = 200;

export function emptyCart(id) {
  return { id, lines: [], customer: null, at: Date.now() };
}

/** One line more, or more of the line there is: the place of the line. */
export function addProduct(cart, product, price, quantity = 1) {
  const at = cart.lines.findIndex(line => line.sku === product.sku && line.price === price);
  if (at >= 0) {
    setQuantity(cart, at, cart.lines[at].quantity + quantity);
    return at;
  }
  if (cart.lines.length >= MOST_LINES) return -1;
  cart.lines.push({ sku: product.sku, item: product.name, price, quantity });
  return cart.lines.length - 1;
}

export function addItem(cart, item, price, quantity = 1) {
  if (cart.lines.length >= MOST_LINES) return -1;
  return cart.lines.push({ item, price, quantity }) - 1;
}

/** 0 takes the line out. */
export function setQuantity(cart, at, quantity) {
  if (!cart.lines[at]) return;
  if (quantity < 1) cart.lines.splice(at, 1);
  else cart.lines[at].quantity = Math.min(Math.floor(quantity), MOST_UNITS);
}

export function total(cart) {
  return cart.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
}

export function units(cart) {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The sale as it is kept until it is home: from here on it changes only if the shop refuses it. */
export function rungUp(cart, key, seller, how) {
  return {
    key,
    version: 1,
    state: 'queued',
    seller: seller.seller,
    sellerName: seller.name,
    rungUpAt: Date.now(),
    lines: cart.lines.map(line => ({ ...line })),
    customer: cart.customer,
    total: total(cart),
    ...how,
  };
}

/** Whether something that was read from a file is a sale that this till could have kept. */
export function isSale(value) {
  return !!value && typeof value.key === 'string' && /^[\x21-\x7e]{1,64}$/.test(value.key) && typeof value.seller === 'string'
    && Number.isFinite(value.rungUpAt) && Array.isArray(value.lines) && value.lines.length > 0
    && value.lines.every(line => typeof line.item === 'string' && Number.isSafeInteger(line.price) && line.price >= 0
      && Number.isInteger(line.quantity) && line.quantity > 0);
}

/** The key of a sale: nobody guesses it, and no other sale has it. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
