// Keeps the counter itself, with nobody's name on it, so that it opens without a line. It keeps no page of a person, and no sale:
// those are in the browser's store.

const CACHE = 'agizo-till-1';
const COUNTER = '/office/counter';
const SHELL = '/office/counter/shell';
const PATIENCE_MILLISECONDS = 4000;

/** Fetches the shell and what it is made of. The shell is written last: what is kept is always whole. */
async function keepShell() {
  const shell = await fetch(SHELL, { redirect: 'manual', cache: 'no-store' });
  if (!shell.ok) return;
  const text = await shell.clone().text();
  const files = [...new Set([...text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(match => match[1]))];
  const cache = await caches.open(CACHE);
  const here = new Set((await cache.keys()).map(kept => new URL(kept.url).pathname));
  await cache.addAll(files.filter(file => !here.has(file)));
  await cache.put(SHELL, shell);
  for (const kept of await cache.keys()) {
    const path = new URL(kept.url).pathname;
    if (path !== SHELL && !files.includes(path)) await cache.delete(kept);
  }
}

async function counter(event) {
  const kept = () => caches.match(SHELL, { cacheName: CACHE });
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    return answer.status >= 500 ? (await kept()) ?? answer : answer;
  } catch (noLine) {
    const shell = await kept();
    if (shell) return shell;
    throw noLine;
  }
}

self.addEventListener('install', event => event.waitUntil(keepShell().then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('agizo-till-') && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
})()));

self.addEventListener('message', event => {
  if (event.data === 'keep') event.waitUntil(keepShell().catch(() => {}));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate' && url.pathname === COUNTER) {
    event.respondWith(counter(event));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(event.request, { cacheName: CACHE }).then(kept => kept ?? fetch(event.request)));
  }
});
