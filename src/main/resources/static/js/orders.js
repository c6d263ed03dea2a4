// The list of orders as it is worked with: choosing many, steps that leave the list where it is, and news.
import { say } from './office.js';

const form = document.getElementById('orders');
const news = document.getElementById('news');
const title = document.title;
const unseen = new Set();

const rows = () => [...document.querySelectorAll('tr[data-row]')];
const row = number => document.querySelector(`tr[data-row="${CSS.escape(number)}"]`);
const question = () => new URLSearchParams(form?.dataset.question ?? location.search);

/* ---- choosing ---- */

const boxes = () => [...form.querySelectorAll('[name="number"]')];

function shown() {
  const chosen = boxes().filter(box => box.checked).length;
  const all = form.querySelector('#all');
  const everyone = form.querySelector('#all-shown');
  everyone.checked = chosen > 0 && chosen === boxes().length;
  everyone.indeterminate = chosen > 0 && !everyone.checked;
  // Whoever takes one out again means those that are left, not everything.
  if (!everyone.checked) all.checked = false;
  form.querySelector('.all-matching').hidden = !everyone.checked;
  form.querySelector('#bulk').hidden = chosen === 0;
  form.querySelector('#chosen').textContent = form.dataset.chosen.replace('#', chosen);
  form.querySelector('#chosen').hidden = all.checked;
}

function choosing() {
  let last = null;
  let shift = false;
  form.querySelector('#all-page').hidden = false;
  form.addEventListener('click', event => {
    const box = event.target.closest('[name="number"]');
    if (!box) {
      // The press of a label comes before that of its box, which does not say what else was held.
      shift = event.shiftKey;
      return;
    }
    const all = boxes();
    if ((event.shiftKey || shift) && last && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach(each => { each.checked = box.checked; });
    }
    last = box;
    shift = false;
  });
  form.addEventListener('change', event => {
    if (event.target.id === 'all-shown') boxes().forEach(box => { box.checked = event.target.checked; });
    shown();
  });
  // What the browser kept chosen when somebody comes back; a press then is another one.
  addEventListener('pageshow', event => {
    if (event.persisted) form.elements.key.value = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
    shown();
  });
  shown();
}

/* ---- rows as they are now ---- */

/** Puts rows of the shop in the place of those shown; what is chosen and where the keyboard is stays. */
function put(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const tabs = fresh.getElementById('tabs');
  if (tabs) document.getElementById('tabs')?.replaceWith(document.adoptNode(tabs));
  for (const each of [...fresh.querySelectorAll('tr[data-row]')]) {
    const old = row(each.dataset.row);
    if (!old) {
      if (each.dataset.fits === 'yes') unseen.add(each.dataset.row);
      else unseen.delete(each.dataset.row);
      continue;
    }
    const focused = old.contains(document.activeElement);
    const key = document.activeElement?.dataset.key;
    const box = each.querySelector('[name="number"]');
    box.checked = old.querySelector('[name="number"]').checked;
    if (old.hasAttribute('tabindex')) each.setAttribute('tabindex', old.getAttribute('tabindex'));
    each.classList.add('arrived');
    old.replaceWith(document.adoptNode(each));
    if (focused) {
      const same = each.querySelector(`[data-key="${key ?? 'Enter'}"]`);
      (each.hasAttribute('tabindex') ? each : same ?? each.querySelector('[data-key="Enter"]')).focus();
    }
  }
  tell();
}

function tell() {
  if (news) {
    const link = news.querySelector('a');
    link.textContent = unseen.size === 1 ? link.dataset.one : link.dataset.many.replace('#', unseen.size);
    if (news.hidden && unseen.size > 0) say(link.textContent);
    news.hidden = unseen.size === 0;
  }
  document.title = unseen.size === 0 ? title : `(${unseen.size}) ${title}`;
}

async function refresh(numbers) {
  // As many as one question may name.
  for (let at = 0; at < numbers.length; at += 200) {
    const asked = question();
    numbers.slice(at, at + 200).forEach(number => asked.append('number', number));
    const answer = await fetch(`/office/orders/rows?${asked}`);
    if (answer.ok) put(await answer.text());
  }
}

/* ---- a step with one order, which leaves the list where it is ---- */

function stepping() {
  form.addEventListener('submit', async event => {
    const button = event.submitter;
    // The Enter key in a box.
    if (button?.value === 'none') event.preventDefault();
    const step = button?.dataset.step;
    if (!step) return;
    event.preventDefault();
    const number = button.closest('tr').dataset.row;
    const sent = new URLSearchParams({ action: step, only: number, back: form.elements.back.value });
    const csrf = form.elements._csrf;
    sent.set(csrf.name, csrf.value);
    button.disabled = true;
    try {
      const answer = await fetch('/office/orders/many', { method: 'POST', body: sent, headers: { 'HX-Request': 'true' } });
      if (answer.redirected || (!answer.ok && answer.status !== 409)) throw new Error(answer.statusText);
      put(await answer.text());
      const refusal = row(number)?.querySelector('.fault');
      const done = step === 'accept' ? form.dataset.accepted : form.dataset.fulfilled;
      say(refusal ? refusal.textContent.trim() : `${number}: ${done}`);
      shown();
    } catch {
      button.disabled = false;
      say(form.dataset.failed);
    }
  });
}

/* ---- live ---- */

let waiting = new Set();
let timer;

document.addEventListener('live:orders', event => {
  event.detail.forEach(each => waiting.add(each.subject));
  clearTimeout(timer);
  // What comes together is asked for together.
  timer = setTimeout(() => {
    const numbers = [...waiting];
    waiting = new Set();
    refresh(numbers);
  }, 150);
});
document.addEventListener('live:again', async () => {
  const first = await fetch(`/office/orders?${question()}`, { headers: { 'HX-Request': 'true' } });
  if (!first.ok) return;
  const page = new DOMParser().parseFromString(await first.text(), 'text/html');
  const listed = [...page.querySelectorAll('tr[data-row]')].map(each => each.dataset.row);
  refresh([...new Set([...rows().map(each => each.dataset.row), ...listed])]);
});

if (form) {
  choosing();
  stepping();
}
