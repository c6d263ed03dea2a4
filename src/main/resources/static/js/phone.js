// Keeps the phone screens fresh while someone looks at them.
(() => {
  const EVERY_MILLISECONDS = 3000;
  const screens = document.getElementById('screens');
  const lost = document.getElementById('lost');
  const address = '/phone/screens' + location.search;
  let shown = screens.innerHTML.trim();

  const ids = () => new Set([...screens.querySelectorAll('[data-text]')].map(text => text.dataset.text));

  const show = html => {
    const before = ids();
    const focused = document.activeElement?.closest('#screens a')?.getAttribute('href');
    screens.innerHTML = html;
    for (const text of screens.querySelectorAll('[data-text]')) {
      text.classList.toggle('arrives', !before.has(text.dataset.text));
    }
    if (focused) {
      [...screens.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
    }
  };

  const look = async () => {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(EVERY_MILLISECONDS) });
      if (!answer.ok) throw new Error(answer.statusText);
      const html = (await answer.text()).trim();
      if (html !== shown) show(shown = html);
      lost.textContent = '';
    } catch {
      lost.textContent = 'The shop does not answer. This page looks again every few seconds.';
    }
  };

  setInterval(() => document.hidden || look(), EVERY_MILLISECONDS);
  document.addEventListener('visibilitychange', () => document.hidden || look());
})();
