// What every page of the office can do besides its forms.

import './live.js';
import './keys.js';
import './palette.js';

/** Says something to those who cannot see what just changed. */
export function say(words) {
  document.getElementById('said').textContent = words;
}
