// The command palette: one field that finds orders, customers, products, pages and what can be done.

/** Between the last letter and the question to the shop. */
const PAUSE = 120;

const dialog = document.getElementById('palette');
const field = dialog?.querySelector('[role="combobox"]');
const list = dialog?.querySelector('[role="listbox"]');
const none = dialog?.querySelector('[role="status"]');
let asked;
let timer;
let at = -1;

function options() {
  return [...list.querySelectorAll('[role="option"]')];
}

function choose(place) {
  const all = options();
  all[at]?.setAttribute('aria-selected', 'false');
  at = all.length === 0 ? -1 : (place + all.length) % all.length;
  if (at < 0) {
    field.removeAttribute('aria-activedescendant');
    return;
  }
  all[at].setAttribute('aria-selected', 'true');
  all[at].scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', all[at].id);
}

async function find() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`/office/find?${new URLSearchParams({ q: field.value })}`, { signal: asked.signal, redirect: 'error' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    list.innerHTML = await answer.text();
    none.textContent = options().length === 0 ? none.dataset.none : '';
  } catch (failure) {
    if (failure.name === 'AbortError') {
      return;
    }
    list.replaceChildren();
    none.textContent = none.dataset.broken;
  }
  at = -1;
  choose(0);
}

function open() {
  if (dialog.open) {
    return;
  }
  field.value = '';
  dialog.showModal();
  field.focus();
  find();
}

function key(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    choose(at + steps[event.key]);
  } else if (event.key === 'Enter' && !event.isComposing) {
    options()[at]?.click();
  } else if (event.key === 'PageDown' || event.key === 'PageUp') {
    choose(event.key === 'PageDown' ? options().length - 1 : 0);
  } else {
    return;
  }
  event.preventDefault();
}

if (dialog) {
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  field.addEventListener('keydown', key);
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  document.addEventListener('office:palette', open);
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
  for (const button of document.querySelectorAll('[data-palette]')) {
    button.hidden = false;
    button.addEventListener('click', open);
  }
}
