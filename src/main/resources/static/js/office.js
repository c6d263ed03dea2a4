// What every page of the office can do besides its forms.

import './live.js';
import './keys.js';
import './palette.js';

// On a phone the ways of the office are one row that is longer than the screen: it stands where one is.
const here = document.querySelector('.side-links [aria-current]');
if (here) {
  const row = here.closest('ul');
  row.scrollLeft += here.getBoundingClientRect().left - (row.clientWidth - here.offsetWidth) / 2;
}

/** Says something to those who cannot see what just changed. */
export function say(words) {
  document.getElementById('said').textContent = words;
}

// The counter sells in nobody's name from then on; what it has not sent yet stays there under the name of its seller.
document.querySelector('form[action="/logout"]')?.addEventListener('submit', event => {
  if (!event.defaultPrevented) localStorage.removeItem('agizo-till-seller');
});
