// What to do with a sale that the shop refused: each way makes it one that may pass, under the key it has.
import { total } from './cart.js';

/** The ways out of a refusal that fit the sale, as names of texts, each with what it makes of the sale. */
export function waysOut(sale) {
  const { refused, line: at, available, price } = sale.refusal;
  // The shop counts the products' lines alone.
  const line = sale.lines.filter(each => each.sku)[at ?? -1];
  const ways = [];
  if (refused === 'out-of-stock' && line) {
    const others = sale.lines.filter(each => each.sku === line.sku && each !== line).reduce((sum, each) => sum + each.quantity, 0);
    const left = available - others;
    if (left > 0) ways.push(way('settleLess', changed(sale, line, () => ({ ...line, quantity: left }))));
  }
  if (refused === 'price-changed' && line) ways.push(way('settlePrice', changed(sale, line, () => ({ ...line, price }))));
  if (['out-of-stock', 'unknown-product'].includes(refused) && line) {
    if (sale.lines.length > 1) ways.push(way('settleWithout', changed(sale, line, () => null)));
    ways.push(way('settleItem', changed(sale, line, ({ item, price: shown, quantity }) => ({ item, price: shown, quantity }))));
  }
  if (refused === 'unknown-customer') ways.push(way('settleWalkIn', again({ ...sale, customer: null })));
  return ways;
}

function way(name, made) {
  return { name, made };
}

function changed(sale, line, how) {
  const lines = sale.lines.map(each => (each === line ? how(each) : each)).filter(Boolean);
  return again({ ...sale, lines });
}

function again(sale) {
  const queued = { ...sale, state: 'queued', total: total(sale) };
  delete queued.refusal;
  return queued;
}
