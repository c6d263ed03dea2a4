// What the cashier sees: fills the parts of the page, and knows nothing of where sales go.
import { total, units } from './cart.js';

const MOST_SHOWN = 60;

/** Makes an element with text, and what else it is. */
export function make(name, { text, className, onclick, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  if (onclick) element.addEventListener('click', onclick);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const part = id => document.getElementById(`till-${id}`);

/** The product's picture; its first letter where it has none, or where the browser does not have it and there is no line. */
function pictureOf(product) {
  const letter = make('span', { className: 'picture', text: [...product.name][0] ?? '', 'aria-hidden': 'true' });
  if (!product.picture) return letter;
  const picture = make('img', { className: 'picture', alt: '', loading: 'lazy', width: 160, height: 107 });
  picture.addEventListener('error', () => picture.replaceWith(letter), { once: true });
  picture.src = product.picture;
  return picture;
}

export function showGoods(products, till, take) {
  part('goods').replaceChildren(...products.slice(0, MOST_SHOWN).map(product => {
    const left = product.available > 0 ? till.text('left', product.available) : till.text('noneLeft');
    return make('li', {}, make('button', { type: 'button', className: product.available > 0 ? '' : 'out', 'data-sku': product.sku, onclick: () => take(product) },
      pictureOf(product),
      make('strong', { text: product.name }),
      make('span', { className: 'price', text: till.money(till.parse(product.price)) }),
      make('small', { text: left })));
  }));
}

/** Says on each of the goods how many of it the sale holds. */
export function showTaken(cart) {
  for (const button of part('goods').querySelectorAll('button')) {
    const taken = cart.lines.filter(line => line.sku === button.dataset.sku).reduce((sum, line) => sum + line.quantity, 0);
    if (taken) button.dataset.taken = taken;
    else delete button.dataset.taken;
  }
}

export function showCategories(categories, chosen, till, choose) {
  part('categories').replaceChildren(...(categories.length ? [null, ...categories] : []).map(category =>
    make('button', { type: 'button', text: category ?? till.text('all'), 'aria-pressed': String(category === chosen), onclick: () => choose(category) })));
}

export function showCart(cart, chosen, till, change) {
  part('nothing').hidden = cart.lines.length > 0;
  part('lines').replaceChildren(...cart.lines.map((line, at) => make('li', { 'aria-current': at === chosen ? 'true' : undefined },
    make('strong', { text: line.item }),
    make('span', { className: 'each', text: `${line.quantity} × ${till.money(line.price)}` }),
    make('span', { className: 'sum', text: till.money(line.price * line.quantity) }),
    make('span', { className: 'steps-of' },
      make('button', { type: 'button', text: '−', 'aria-label': till.text('less', line.item), onclick: () => change(at, line.quantity - 1) }),
      make('input', { type: 'text', inputmode: 'numeric', maxlength: '6', value: line.quantity, 'aria-label': till.text('units', line.item) }),
      make('button', { type: 'button', text: '+', 'aria-label': till.text('more', line.item), onclick: () => change(at, line.quantity + 1) }),
      make('button', { type: 'button', className: 'out-of-sale', text: '×', 'aria-label': till.text('remove', line.item), onclick: () => change(at, 0) })))));
  part('lines').querySelectorAll('input').forEach((input, at) => input.addEventListener('change', () => {
    change(at, /^\d+$/.test(input.value.trim()) ? Number(input.value) : cart.lines[at].quantity);
  }));
  part('total').textContent = till.money(total(cart));
  part('pay').disabled = cart.lines.length === 0;
  part('park').hidden = cart.lines.length === 0;
  part('customer').textContent = cart.customer ? cart.customer.name || cart.customer.phone : till.text('walkIn');
}

export function showParked(carts, till, takeUp) {
  part('parked').replaceChildren(...carts.map(cart => make('button', {
    type: 'button',
    text: `${cart.customer?.name || cart.customer?.phone || till.clock(cart.at)} · ${till.text('parkedUnits', units(cart))} · ${till.money(total(cart))}`,
    onclick: () => takeUp(cart),
  })));
}

/** What is not home yet, always in sight. */
export function showHome(sales, till) {
  const away = sales.filter(sale => sale.state !== 'home');
  const sum = till.money(away.reduce((all, sale) => all + sale.total, 0));
  const refused = away.some(sale => sale.state === 'refused');
  part('home').classList.toggle('waits', away.length > 0);
  part('home').classList.toggle('grave', refused);
  part('home').querySelector('span').textContent = !away.length ? till.text('allHome')
    : (away.length === 1 ? till.text('notHomeOne', sum) : till.text('notHome', away.length, sum)) + (refused ? ` · ${till.text('settle')}` : '');
}

/** Another's sales show no more than whose they are, and how much. */
export function showQueue(sales, seller, till, ways) {
  const away = sales.filter(sale => sale.state !== 'home');
  part('queue-text').textContent = away.length ? '' : till.text('allHome');
  const own = away.filter(sale => sale.seller === seller);
  const others = Map.groupBy ? Map.groupBy(away.filter(sale => sale.seller !== seller), sale => sale.sellerName)
    : group(away.filter(sale => sale.seller !== seller));
  part('sales').replaceChildren(
    ...own.map(sale => make('li', { 'data-key': sale.key },
      make('p', { className: 'what' },
        make('strong', { text: `${till.settings.currency} ${till.money(sale.total)}` }),
        make('small', { text: `${till.clock(sale.rungUpAt)} · ${sale.lines.map(line => `${line.quantity} × ${line.item}`).join(', ')}` }),
        make('small', { className: sale.state === 'refused' ? 'fault' : '', text: sale.state === 'refused' ? till.refusal(sale) : till.text('waits') })),
      make('p', { className: 'actions' }, ...ways(sale).map(({ text, press }) => make('button', { type: 'button', text, onclick: press }))))),
    ...[...others].map(([name, theirs]) => make('li', {}, make('p', { className: 'what' },
      make('strong', { text: name }),
      make('small', { text: till.text('waitsOther', theirs.length, till.money(theirs.reduce((all, sale) => all + sale.total, 0)), name) })))));
}

function group(sales) {
  const groups = new Map();
  for (const sale of sales) groups.set(sale.sellerName, [...(groups.get(sale.sellerName) ?? []), sale]);
  return groups;
}

export function say(words, wrong = false) {
  part('said').textContent = words;
  part('said').classList.toggle('wrong', wrong);
}

export function showLine(words, { login = false } = {}) {
  part('line').hidden = !words;
  part('line').querySelector('span').textContent = words;
  part('line').querySelector('a').hidden = !login;
}
