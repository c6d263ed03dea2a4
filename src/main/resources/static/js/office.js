// What every page of the office can do besides its forms.

/** Says something to those who cannot see what just changed. */
export function say(words) {
  document.getElementById('said').textContent = words;
}

// The counter sells in nobody's name from then on; what it has not sent yet stays there under the name of its seller.
document.querySelector('form[action="/logout"]')?.addEventListener('submit', event => {
  if (!event.defaultPrevented) localStorage.removeItem('agizo-till-seller');
});
