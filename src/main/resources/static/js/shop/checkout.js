// The checkout where scripts run: leads to what is wrong, tells the number back while it is typed, and shows that it is at work.

const form = document.querySelector('.checkout form');
const phone = form.elements.phone;
const button = form.querySelector('.place');

form.querySelector('[aria-invalid]')?.focus();

/** Says in full which number will be texted; what is no number yet, the shop says once it is sent. */
async function tellNumber() {
  const fields = new URLSearchParams({ phone: phone.value, _csrf: form.elements._csrf.value });
  const answer = await fetch('/checkout/phone', { method: 'POST', body: fields });
  if (answer.ok && fields.get('phone') === phone.value) {
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('phone-told');
    document.getElementById('phone-told').replaceChildren(...told.childNodes);
  }
}

phone?.addEventListener('change', () => tellNumber().catch(() => {}));

form.addEventListener('submit', ({ submitter }) => {
  if (submitter === button) {
    button.setAttribute('aria-busy', 'true');
    button.firstElementChild.textContent = button.dataset.busy;
  }
});

const words = button?.firstElementChild.textContent;

/** Whoever comes back finds the button as it was: pressed once more, it leads to the same order. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && button) {
    button.removeAttribute('aria-busy');
    button.firstElementChild.textContent = words;
  }
});
