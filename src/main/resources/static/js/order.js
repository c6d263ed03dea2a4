// Keeps the page of an order true while it is open, and shows what a customer will read while a reason is being typed.
import { say } from './office.js';

const frame = document.querySelector('[data-order]');
const number = frame.dataset.order;

/** Whether somebody is at work in the section: in a field of it, or with something typed and not sent. */
function isBeingUsed(section) {
  const typed = [...section.querySelectorAll('input:not([type="hidden"]), textarea')].some((field) =>
    field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  return typed || section.querySelector('details[open]') !== null || section.contains(document.activeElement);
}

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'HX-Request': 'true' } });
  const changed = document.getElementById('changed');
  if (!answer.ok || answer.redirected) {
    changed.hidden = false;
    return;
  }
  const anew = new DOMParser().parseFromString(await answer.text(), 'text/html');
  let inUse = false;
  for (const section of document.querySelectorAll('[data-live]')) {
    const other = anew.getElementById(section.id);
    if (!other || other.outerHTML === section.outerHTML) {
      continue;
    }
    if (isBeingUsed(section)) {
      inUse = true;
    } else {
      section.replaceWith(document.adoptNode(other));
    }
  }
  changed.hidden = !inUse;
  say(frame.dataset.changed);
}

document.addEventListener('live:orders', (event) => {
  if (event.detail.some((change) => change.subject === number)) {
    refresh();
  }
});
document.addEventListener('live:texts', (event) => {
  if (event.detail.some((change) => document.querySelector(`[data-text="${CSS.escape(change.subject)}"]`))) {
    refresh();
  }
});
document.addEventListener('live:again', refresh);

let pause;
document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-words]');
  if (!form || event.target.name !== 'reason') {
    return;
  }
  clearTimeout(pause);
  pause = setTimeout(async () => {
    const reasons = new URLSearchParams(new FormData(form).getAll('reason').map((reason) => ['reason', reason]));
    const answer = await fetch(`${form.dataset.words}&${reasons}`);
    if (answer.ok) {
      const words = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.reads');
      document.getElementById(words.id).replaceWith(document.adoptNode(words));
    }
  }, 250);
});
