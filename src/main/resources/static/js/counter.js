// The counter: takes what is scanned, touched and typed, rings it up, and has it sent. It goes on without a line.
import { parseMoney, plainMoney, shownMoney } from './till/money.js';
import { listenToScanner } from './till/scanner.js';
import { catalogue } from './till/catalogue.js';
import { addItem, addProduct, emptyCart, isSale, newKey, rungUp, setQuantity, total } from './till/cart.js';
import { openStore } from './till/store.js';
import { NoLine, NotAllowed, SignedOut, ask, sendQueued } from './till/sender.js';
import { printReceipt } from './till/receipt.js';
import { waysOut } from './till/settle.js';
import { make, part, say, showCart, showCategories, showGoods, showHome, showLine, showParked, showQueue, showTaken } from './till/view.js';

const LOOK_EVERY_MILLISECONDS = 15000;
const LOOK_AGAIN_MILLISECONDS = 3000;
const GOODS_EVERY_MILLISECONDS = 10 * 60 * 1000;
/** Longer than the shop needs, short enough that nobody waits: then the receipt says that its number follows. */
const NUMBER_WITHIN_MILLISECONDS = 2500;
const MOST_FOUND = 60;
/** Whom the till belongs to; signing out anywhere in the office takes it away. */
const SELLER = 'agizo-till-seller';

const root = part('line').closest('.till');
const language = document.documentElement.lang;
const settings = JSON.parse(root.dataset.till);
const till = {
  settings,
  text: (name, ...values) => (root.dataset[`t${name[0].toUpperCase()}${name.slice(1)}`] ?? name).replace(/\[(\d)]/g, (_, at) => values[at]),
  money: units => shownMoney(units, settings.digits, language),
  parse: text => parseMoney(text, settings.digits),
  plain: units => plainMoney(units, settings.digits),
  clock: at => new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', timeZone: settings.zone }),
  moment: at => new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: settings.zone }),
  width: () => localStorage.getItem('agizo-till-width') ?? '80',
  refusal: sale => refusal(sale),
};

const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('agizo-till') : null;
let store;
let cart;
let chosen = -1;
let category = null;
let goods = catalogue([], language);
let goodsAt = 0;
let goodsFresh = false;
let seller = JSON.parse(localStorage.getItem(SELLER) ?? 'null');
/** The sales as this tab last saw them: if the browser throws its store away, they are put back from here. */
let sales = [];
let line = 'unknown';
let finished = null;
let looking = null;

function refusal(sale) {
  const { refused, line: at, available, price, message } = sale.refusal;
  const item = sale.lines.filter(each => each.sku)[at ?? -1]?.item ?? '';
  const name = refused === 'out-of-stock' && !available ? 'out-of-stock-none' : refused;
  const key = `refused${name.split('-').map(word => word[0].toUpperCase() + word.slice(1)).join('')}`;
  return till.text(key, item, available ?? '', price === undefined ? '' : till.money(price), message ?? '');
}

// The sale

function show() {
  showCart(cart, chosen, till, (at, quantity) => {
    setQuantity(cart, at, quantity);
    chosen = Math.min(at, cart.lines.length - 1);
    keepCart();
  });
  showTaken(cart);
}

function keepCart() {
  show();
  cart.at = Date.now();
  return store.saveCart({ ...cart, lines: cart.lines.map(each => ({ ...each })) }).catch(lostStore);
}

function take(product, quantity = 1) {
  if (part('finished').open) part('finished').close();
  if (part('paying').open) part('paying').close();
  const price = till.parse(product.price);
  chosen = addProduct(cart, product, price, quantity);
  keepCart();
  const wanted = cart.lines.filter(each => each.sku === product.sku).reduce((sum, each) => sum + each.quantity, 0);
  say(wanted > product.available ? till.text('short', product.name, Math.max(product.available, 0)) : till.text('added', product.name), wanted > product.available);
}

/** A scanner's code: an article, or nothing that we know; it never presses anything. */
function scanned(code) {
  const product = goods.withCode(code);
  if (product) {
    take(product);
    found();
  } else if (/^\d{1,5}\s*[*x×]/.test(code)) typed(code);
  else say(till.text('unknown', code), true);
}

/** What was typed and sent with Enter: "3*tea", a code, words, a bare number for the line, or nothing to go on to paying. */
function typed(text) {
  const field = part('code');
  const [, times, rest] = /^(?:(\d{1,5})\s*[*x×])?\s*(.*)$/.exec(text.trim());
  if (!times && !rest) return pay();
  if (times && !rest) {
    setQuantity(cart, chosen, Number(times));
    keepCart();
    field.value = '';
    return found();
  }
  const exact = goods.withCode(rest);
  const hits = exact ? [exact] : goods.search(rest, MOST_FOUND);
  if (exact || hits.length === 1) {
    take(hits[0], Number(times ?? 1));
    field.value = '';
    return found();
  }
  say(hits.length ? till.text('several', hits.length) : till.text('unknown', rest), !hits.length);
  if (!hits.length) field.select();
  if (hits.length) part('goods').querySelector('button').focus();
}

function found() {
  const words = part('code').value.replace(/^\d{1,5}\s*[*x×]/, '').trim();
  const shown = words ? goods.search(words, MOST_FOUND) : goods.inCategory(category, MOST_FOUND);
  showGoods(shown, till, product => {
    const times = /^(\d{1,5})\s*[*x×]/.exec(part('code').value.trim())?.[1];
    take(product, Number(times ?? 1));
    part('code').value = '';
    found();
    if (!matchMedia('(pointer: coarse)').matches) part('code').focus();
  });
  showTaken(cart);
}

function pay() {
  if (!cart.lines.length) return say(till.text('nothingRung'), true);
  if (!seller) return tellLine('signed-out');
  part('due').textContent = till.money(total(cart));
  part('cash').value = '';
  part('sms').disabled = !cart.customer;
  part('now').disabled = seller.mayHandOver === false;
  if (seller.mayHandOver === false) part('later').checked = true;
  const receipt = localStorage.getItem('agizo-till-receipt') ?? 'none';
  part(receipt === 'sms' && !cart.customer ? 'none' : receipt === 'sms' ? 'sms' : receipt === 'paper' ? 'paper' : 'none').checked = true;
  notes();
  changeDue();
  part('paying').showModal();
  part('cash').focus();
}

/** The notes that a customer is likely to hold out. */
function notes() {
  const due = total(cart);
  const unit = 10 ** settings.digits;
  const round = [50, 100, 200, 500, 1000].map(note => Math.ceil(due / (note * unit)) * note * unit);
  part('notes').replaceChildren(...[...new Set([due, ...round])].sort((a, b) => a - b).slice(0, 4).map(amount =>
    make('button', { type: 'button', text: amount === due ? till.text('exact') : till.money(amount), onclick: () => {
      part('cash').value = till.plain(amount);
      changeDue();
      part('cash').focus();
    } })));
}

function changeDue() {
  const text = part('cash').value.trim();
  const cash = text ? till.parse(text) : total(cart);
  const wrong = cash === null || cash < total(cart);
  part('change').classList.toggle('wrong', wrong);
  part('change').textContent = wrong ? till.text('amountWrong') : `${till.text('change')} ${settings.currency} ${till.money(cash - total(cart))}`;
  return wrong ? null : cash;
}

async function ringUp(event) {
  event.preventDefault();
  const cash = changeDue();
  if (cash === null || !cart.lines.length || !seller) return;
  const fields = new FormData(part('paying-form'));
  const receipt = fields.get('receipt');
  localStorage.setItem('agizo-till-receipt', receipt);
  const sale = rungUp(cart, newKey(), seller, { handedOver: fields.get('handed') === 'true', receipt, cash });
  const rung = cart;
  cart = emptyCart(cart.id);
  chosen = -1;
  try {
    await store.ringUp(sale, rung.id);
  } catch (error) {
    cart = rung;
    lostStore(error);
    return;
  }
  sales.push(sale);
  tabs?.postMessage('changed');
  part('paying').close();
  show();
  showHome(sales, till);
  await Promise.race([look(), new Promise(resolve => setTimeout(resolve, NUMBER_WITHIN_MILLISECONDS))]);
  finish(await store.sale(sale.key).catch(() => null) ?? sale);
}

function finish(sale) {
  finished = sale;
  part('finished').showModal();
  tellFinished();
  if (sale.receipt === 'paper') printReceipt(sale, till);
}

function tellFinished() {
  if (!finished) return;
  const home = finished.state === 'home';
  part('finished-title').textContent = home ? till.text(finished.handedOver ? 'sold' : 'kept') : finished.state === 'refused' ? till.text('settle') : till.text('queued');
  part('number').textContent = finished.number ?? '';
  part('finished-text').textContent = home ? '' : finished.state === 'refused' ? refusal(finished) : till.text('queuedText');
  part('finished-change').textContent = `${till.text('change')} ${settings.currency} ${till.money(finished.cash - finished.total)}`;
}

// Parked sales: all that no open tab is at

async function parked() {
  const held = navigator.locks ? (await navigator.locks.query()).held.map(lock => lock.name) : [];
  showParked((await store.carts()).filter(each => each.id !== cart.id && !held.includes(`agizo-till-tab:${each.id}`)), till, async each => {
    await park();
    cart = { ...each, id: cart.id };
    await store.removeCart(each.id);
    await keepCart();
    parked();
  });
}

async function park() {
  if (!cart.lines.length && !cart.customer) return;
  await store.saveCart({ ...cart, id: newKey() });
  await store.removeCart(cart.id);
  cart = emptyCart(cart.id);
  chosen = -1;
  show();
  await parked();
  tabs?.postMessage('changed');
}

/** This tab's name, held while it lives: one that was copied with its tab, or is gone, is free to others. */
async function tabName() {
  const wanted = sessionStorage.getItem('agizo-till-tab') ?? newKey();
  const free = navigator.locks && await new Promise(resolve => {
    navigator.locks.request(`agizo-till-tab:${wanted}`, { ifAvailable: true }, lock => {
      resolve(!!lock);
      return lock && new Promise(() => {});
    });
  });
  if (navigator.locks && !free) {
    sessionStorage.removeItem('agizo-till-tab');
    return tabName();
  }
  sessionStorage.setItem('agizo-till-tab', wanted);
  return wanted;
}

// The way home

async function lookOnce() {
  await heal();
  const { who, stopped } = await sendQueued(store, till, sale => {
    if (finished?.key === sale.key) { finished = sale; tellFinished(); }
    tabs?.postMessage('changed');
  });
  if (who) {
    seller = { seller: who.seller, name: who.name, mayHandOver: who.mayHandOver, maySearchCustomers: who.maySearchCustomers };
    localStorage.setItem(SELLER, JSON.stringify(seller));
  } else if (stopped === 'signed-out') {
    seller = null;
    localStorage.removeItem(SELLER);
  }
  tellLine(stopped ?? 'on');
  if (line === 'on' && (!goodsFresh || Date.now() - goodsAt > GOODS_EVERY_MILLISECONDS)) await fetchGoods();
  await refresh();
}

/** Sends, and sees how things stand; several who ask at once share one look, and another follows for what came meanwhile. */
function look() {
  looking = (looking ?? Promise.resolve()).then(lookOnce).catch(lostStore);
  return looking;
}

/** What the browser threw away while the till was open goes back into the store before anything else. */
async function heal() {
  if (await store.known('alive')) return;
  await store.addSales(sales.filter(sale => sale.state !== 'home'));
  await store.saveCart(cart);
  await store.keepKnown('alive', true);
}

async function changedHere() {
  tabs?.postMessage('changed');
  await refresh();
}

async function refresh() {
  sales = await store.sales();
  showHome(sales, till);
  queue();
  showAge();
  await parked();
}

function tellLine(state) {
  const before = line;
  line = state;
  if (state === 'on') {
    const others = sales.filter(sale => sale.state !== 'home' && sale.seller !== seller?.seller);
    showLine(others.length ? till.text('other', [...new Set(others.map(sale => sale.sellerName))].join(', ')) : '');
    if (before === 'no-line') say(till.text('online'));
  } else if (state === 'signed-out') showLine(till.text('signedOut'), { login: true });
  else if (state === 'not-allowed') showLine(till.text('notAllowed'), { login: true });
  else showLine(till.text('offline'));
}

function queue() {
  showQueue(sales, seller?.seller, till, sale => {
    if (sale.state !== 'refused') return [];
    const put = async made => { await store.saveSale(made); await changedHere(); look(); };
    return [
      ...waysOut(sale).map(({ name, made }) => ({ text: till.text(name), press: () => put(made) })),
      { text: till.text('settleChange'), press: () => change(sale) },
      { text: till.text('settleCancel'), press: () => cancel(sale) },
    ];
  });
}

async function change(sale) {
  await park();
  cart = { ...emptyCart(cart.id), lines: sale.lines, customer: sale.customer };
  await store.takeUp(sale.key, { ...cart });
  part('queue').close();
  show();
  await changedHere();
}

function cancel(sale) {
  part('cancel').dataset.key = sale.key;
  part('reason').value = '';
  part('cancel').showModal();
}

async function cancelled(event) {
  event.preventDefault();
  const sale = await store.sale(part('cancel').dataset.key);
  const reason = part('reason').value.trim();
  if (sale?.state === 'refused' && reason) await store.saveSale({ ...sale, state: 'cancelled', reason });
  part('cancel').close();
  await changedHere();
  look();
}

/** The last resort: everything that is not home, to be read in again here or at another till. */
function saveFile() {
  const away = sales.filter(sale => sale.state !== 'home');
  const file = new Blob([JSON.stringify({ agizoTill: 1, sales: away }, null, 1)], { type: 'application/json' });
  const link = make('a', { href: URL.createObjectURL(file), download: `till-${new Date().toISOString().slice(0, 16).replace(/:/g, '')}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function readFile() {
  try {
    const read = JSON.parse(await part('file').files[0].text());
    if (read.agizoTill !== 1 || !read.sales.every(isSale)) throw new Error('no queue');
    const added = await store.addSales(read.sales.map(sale => (sale.state === 'home' ? { ...sale, state: 'queued' } : sale)));
    part('queue-text').textContent = till.text('read', added);
    await refresh();
    look();
  } catch {
    part('queue-text').textContent = till.text('noFile');
  } finally {
    part('file').value = '';
  }
}

// What there is to sell

async function fetchGoods() {
  try {
    const answer = await ask('/office/counter/products');
    if (!answer.ok) return;
    await keepGoods(await answer.json(), Date.now());
    goodsFresh = true;
  } catch (error) {
    if (!(error instanceof NoLine || error instanceof SignedOut || error instanceof NotAllowed)) throw error;
  }
}

async function keepGoods(products, at) {
  useGoods(products, at);
  await store.keepKnown('products', { products, at }).catch(() => {});
}

function useGoods(products, at) {
  goods = catalogue(products, language);
  goodsAt = at;
  if (category && !goods.categories.includes(category)) category = null;
  const choose = chosenCategory => {
    category = chosenCategory;
    showCategories(goods.categories, category, till, choose);
    found();
  };
  choose(category);
  showAge();
}

function showAge() {
  const minutes = Math.floor((Date.now() - goodsAt) / 60000);
  part('age').textContent = !goodsAt ? '' : minutes < 1 ? till.text('ageNow') : till.text('age', till.moment(goodsAt), minutes);
}

// Customers

let asked = 0;
async function searchCustomers() {
  const words = part('who').value.trim();
  const turn = ++asked;
  if (/^[+\d\s()-]{7,}$/.test(words)) part('phone').value = words;
  else part('name').value = words;
  if (words.length < 2 || line !== 'on' || seller?.maySearchCustomers === false) return part('found').replaceChildren();
  const answer = await ask(`/office/counter/customers?q=${encodeURIComponent(words)}`).catch(() => null);
  const people = answer?.ok ? await answer.json() : [];
  if (turn !== asked) return;
  part('found').replaceChildren(...people.map(person => make('li', {}, make('button', {
    type: 'button', text: [person.name, person.phone, person.code].filter(Boolean).join(' · '), onclick: () => buyer(person),
  }))));
}

function buyer(person) {
  cart.customer = person;
  for (const id of ['who', 'name', 'phone']) part(id).value = '';
  part('found').replaceChildren();
  root.querySelector('.till-customer').open = false;
  keepCart();
  part('code').focus();
}

// Beginning

function lostStore(error) {
  console.warn('the till cannot keep anything', error);
  showLine(till.text('noStore'));
}

function listen() {
  listenToScanner(document, part('code'), scanned);
  part('find').addEventListener('submit', event => { event.preventDefault(); typed(part('code').value); });
  part('code').addEventListener('input', found);
  part('code').addEventListener('keydown', event => {
    if (part('code').value || !cart.lines.length) return;
    const quantity = cart.lines[chosen]?.quantity ?? 0;
    if (event.key === '+' || event.key === '-') setQuantity(cart, chosen, quantity + (event.key === '+' ? 1 : -1));
    else if (event.key === 'Delete') setQuantity(cart, chosen, 0);
    else if (event.key === 'ArrowUp') chosen--;
    else if (event.key === 'ArrowDown') chosen++;
    else return;
    event.preventDefault();
    chosen = Math.max(0, Math.min(chosen, cart.lines.length - 1));
    keepCart();
  });
  part('pay').addEventListener('click', pay);
  part('park').addEventListener('click', park);
  part('cash').addEventListener('input', changeDue);
  part('paying-form').addEventListener('submit', ringUp);
  part('item').addEventListener('submit', event => {
    event.preventDefault();
    const price = till.parse(part('item-amount').value);
    const name = part('item-name').value.trim();
    if (price === null || !name) return say(till.text('amountWrong'), true);
    chosen = addItem(cart, name, price);
    keepCart();
    part('item').reset();
    part('item').closest('details').open = false;
    part('code').focus();
  });
  part('who').addEventListener('input', searchCustomers);
  part('customer-form').addEventListener('submit', event => {
    event.preventDefault();
    const person = { name: part('name').value.trim(), phone: part('phone').value.trim() };
    buyer(person.name || person.phone ? person : null);
  });
  part('nobody').addEventListener('click', () => buyer(null));
  part('home').addEventListener('click', () => { queue(); part('queue').showModal(); });
  part('send').addEventListener('click', look);
  part('save').addEventListener('click', saveFile);
  part('file').addEventListener('change', readFile);
  part('cancel-form').addEventListener('submit', cancelled);
  part('print').addEventListener('click', () => finished && printReceipt(finished, till));
  part('width').value = till.width();
  part('width').addEventListener('change', () => localStorage.setItem('agizo-till-width', part('width').value));
  root.querySelectorAll('[data-close]').forEach(button => button.addEventListener('click', () => button.closest('dialog').close()));
  part('finished').addEventListener('close', () => { finished = null; part('code').focus(); });
  addEventListener('online', look);
  addEventListener('offline', () => tellLine('no-line'));
  document.addEventListener('visibilitychange', () => document.hidden || look());
  document.addEventListener('live:again', fetchGoods);
  document.addEventListener('live:stock', async event => {
    const skus = [...new Set(event.detail.map(each => each.subject))];
    const answer = await ask(`/office/counter/products?${new URLSearchParams(skus.map(sku => ['sku', sku]))}`).catch(() => null);
    if (!answer?.ok) return;
    const known = (await store.known('products').catch(() => null))?.products ?? [];
    const fresh = new Map((await answer.json()).map(product => [product.sku, product]));
    await keepGoods(known.filter(product => !skus.includes(product.sku) || fresh.has(product.sku)).map(product => fresh.get(product.sku) ?? product), Date.now());
  });
  tabs?.addEventListener('message', refresh);
  document.querySelector('form[action="/logout"]')?.addEventListener('submit', event => {
    const away = sales.filter(sale => sale.state !== 'home' && sale.seller === seller?.seller).length;
    if (away && !confirm(till.text('leave', away))) event.preventDefault();
  });
}

async function keepGoing() {
  await look();
  setTimeout(keepGoing, sales.some(sale => sale.state === 'queued') ? LOOK_AGAIN_MILLISECONDS : LOOK_EVERY_MILLISECONDS);
}

async function begin() {
  try {
    store = await openStore(() => showLine(till.text('outdated')));
  } catch (error) {
    // Without a store the form that the server reads is what is left: it sells while there is a line.
    console.warn('no store', error);
    return;
  }
  document.getElementById('till-plain')?.remove();
  root.querySelectorAll('.till-currency').forEach(element => { element.textContent = settings.currency; });
  root.hidden = false;
  const id = await tabName();
  cart = (await store.carts()).find(each => each.id === id) ?? emptyCart(id);
  chosen = cart.lines.length - 1;
  listen();
  show();
  const known = await store.known('products');
  if (known) useGoods(known.products, known.at);
  part('code').focus();
  if (!navigator.onLine) tellLine('no-line');
  navigator.serviceWorker?.register('/office/counter-worker.js', { scope: '/office/counter' })
    .then(() => navigator.serviceWorker.ready)
    .then(worker => worker.active.postMessage('keep'))
    .catch(error => console.warn('the counter will not open without a line', error));
  await keepGoing();
  const persistent = await navigator.storage?.persist?.().catch(() => false);
  root.dataset.persistent = String(!!persistent);
  if (!persistent) part('age').after(make('small', { id: 'till-persistent', text: ` ${till.text('notPersistent')}` }));
  root.dataset.ready = 'true';
}

begin();
