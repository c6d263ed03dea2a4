// The keyboard of the office. Lists and pages say what a key does: data-row marks a row, data-key="a" what the key presses.

const SINGLE = 'office.keys';

/** How long after a g its second letter counts. */
const PAIR = 1_200;

const PLACES = {
  h: '/office',
  o: '/office/orders',
  c: '/office/counter',
  p: '/office/products',
  u: '/office/customers',
  m: '/office/messages',
  i: '/office/imports',
  e: '/office/employees',
};

const PRESSED = new Set(['a', 'r', 'f']);

const dialog = document.getElementById('keys');
let current;
let goSince = -Infinity;

function isTyping(target) {
  return target.closest('textarea, select, [contenteditable]') !== null
    || (target.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(target.type));
}

function rows() {
  return [...document.querySelectorAll('main [data-row]')].filter((row) => row.checkVisibility());
}

function row() {
  const focused = document.activeElement.closest('[data-row]');
  return focused ?? (current?.isConnected ? current : undefined);
}

/** The row that is gone leaves its place to the one that came after it. */
function move(step) {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  const at = all.indexOf(row());
  const next = all[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step, 0), all.length - 1)];
  focus(next);
}

function focus(next) {
  current?.removeAttribute('data-current');
  current = next;
  current.dataset.current = '';
  (current.querySelector('a[href]') ?? current).focus();
  current.scrollIntoView({ block: 'nearest' });
}

function press(key) {
  const places = [document.querySelector('.bulk'), row(), document.getElementById('main')];
  for (const place of places) {
    const button = [...(place?.querySelectorAll(`[data-key="${key}"]`) ?? [])].find(
      (each) => each.checkVisibility() && !each.disabled && (place.id !== 'main' || !each.closest('[data-row]')),
    );
    if (button) {
      button.click();
      return true;
    }
  }
  return false;
}

function go(key) {
  const href = PLACES[key];
  const link = href && document.querySelector(`.side-links a[href="${href}"]`);
  if (link) {
    location.assign(href);
  }
  return Boolean(link);
}

function search() {
  const field = document.querySelector('main input[type="search"], main input[name="q"]');
  if (field) {
    field.focus();
    field.select();
  } else {
    document.dispatchEvent(new Event('office:palette'));
  }
}

/** Whether the key meant something. */
function act(key) {
  if (performance.now() - goSince < PAIR) {
    goSince = -Infinity;
    return go(key);
  }
  if (key === 'g') {
    goSince = performance.now();
  } else if (key === '/') {
    search();
  } else if (key === 'j' || key === 'k') {
    move(key === 'j' ? 1 : -1);
  } else if (key === 'x') {
    row()?.querySelector('input[type="checkbox"]')?.click();
  } else if (key === '?') {
    dialog.showModal();
  } else {
    return PRESSED.has(key) && press(key);
  }
  return true;
}

function areOn() {
  return localStorage.getItem(SINGLE) !== 'off';
}

document.addEventListener('keydown', (event) => {
  const other = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && !'jk'.includes(event.key);
  if (other || event.defaultPrevented || !areOn() || isTyping(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  if (act(event.key)) {
    event.preventDefault();
  }
});

document.addEventListener('focusin', (event) => {
  const focused = event.target.closest('main [data-row]');
  if (focused && focused !== current) {
    current?.removeAttribute('data-current');
    current = focused;
    current.dataset.current = '';
  }
});

if (dialog) {
  const single = document.getElementById('single-keys');
  single.checked = areOn();
  single.addEventListener('change', () => localStorage.setItem(SINGLE, single.checked ? 'on' : 'off'));
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
}
