// What every page of the office can do besides its forms.

/** Says something to those who cannot see what just changed. */
export function say(words) {
  document.getElementById('said').textContent = words;
}
