// Opens the printer's dialogue: at once where a press led here, and by a button.
const now = document.body.dataset.print === 'now';
const button = document.getElementById('print');
button.hidden = !now && document.querySelector('form') !== null;
button.addEventListener('click', () => window.print());
if (now) {
  // A reload must not open the dialogue once more.
  const here = new URL(location.href);
  here.searchParams.delete('print');
  history.replaceState(null, '', here);
  window.print();
}
