// Shows the goods that were seen before when there is no line, and says on each page from when it is: nothing can be ordered from
// what may not be true any more. With a line, every page is the shop's own of this moment. Pages of a person are never kept.

const PAGES = "agizo-shop-pages-1";
const FILES = "agizo-shop-files-1";
const OFFLINE = "/offline";

/** A phone's worth of browsing, some 200 kB of pages and two megabytes of pictures; the oldest go first. */
const MOST_PAGES = 40;
const MOST_FILES = 160;

const GOODS = /^\/(?:$|cart$|products\/[^/]+$)/;
const OTHERS_OF_THE_SHOP = /^\/(?:checkout|orders|account|login|signup)(?:\/|$)/;
const FILE = /^\/(?:assets|pictures)\//;

async function keep(name, key, answer, most) {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const kept = (await cache.keys()).filter((request) => new URL(request.url).pathname !== OFFLINE);
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most)).map((oldest) => cache.delete(oldest)));
}

/** The page for what was never seen, with all that it is made of. */
async function keepOffline() {
  const page = await fetch(OFFLINE, { cache: "no-store" });
  if (!page.ok) return;
  const files = [...(await page.clone().text()).matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1]);
  await (await caches.open(FILES)).addAll([...new Set(files)]);
  await (await caches.open(PAGES)).put(OFFLINE, page);
}

const offline = async () => (await caches.match(OFFLINE, { cacheName: PAGES })) ?? Response.error();

/** A page as it was seen, which says so. */
async function seen(request) {
  const kept = await caches.match(request.url, { cacheName: PAGES, ignoreVary: true });
  if (!kept) return undefined;
  const model = await (await offline()).text();
  const words = model.match(/data-words="([^"]*)"/)?.[1] ?? "{0}";
  const look = model.match(/<link [^>]*offline\.css">/)?.[0] ?? "";
  const page = await kept.text();
  const language = page.match(/<html lang="(\w+)"/)?.[1];
  const time = new Date(kept.headers.get("date")).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const bar = `<p class="caution offline" role="status">${words.replace("{0}", time)}</p>`;
  const marked = page.replace("<html ", "<html data-offline ").replace("</head>", `${look}</head>`).replace(/<main [^>]*>/, (main) => main + bar);
  return new Response(marked, { headers: kept.headers });
}

async function goods(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && !answer.redirected) {
      event.waitUntil(keep(PAGES, event.request.url, answer.clone(), MOST_PAGES));
    }
    return answer;
  } catch {
    return (await seen(event.request)) ?? offline();
  }
}

async function other(event) {
  try {
    return await fetch(event.request);
  } catch {
    return offline();
  }
}

/** What is in such a file never changes: another has another address. */
async function file(event) {
  const kept = await caches.match(event.request.url, { cacheName: FILES });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(FILES, event.request.url, answer.clone(), MOST_FILES));
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(keepOffline().then(() => self.skipWaiting())));

// No navigation preload: it would ask for the pages of the office twice, which this leaves alone.
self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("agizo-shop-") && name !== PAGES && name !== FILES) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === "POST" && pathname === "/logout") event.waitUntil(caches.delete(PAGES).then(keepOffline));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (GOODS.test(pathname)) event.respondWith(goods(event));
    else if (OTHERS_OF_THE_SHOP.test(pathname)) event.respondWith(other(event));
  } else if (FILE.test(pathname) && !request.referrer.startsWith(`${origin}/office`)) {
    event.respondWith(file(event));
  }
});
