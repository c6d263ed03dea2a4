// Makes a page live: what changes in the shop comes in as events on the document.
//
//   live:orders, live:stock, live:texts   detail: [{ subject, what, status }]
//   live:again                            detail: the topics of which something may have been missed; fetch what you show anew
//
// All tabs of a browser share one stream, since a browser opens no more than six connections to a host: the tab that holds
// the lock has it, and hands on what it hears. When that tab closes, another one takes over where it left off.

const ADDRESS = document.documentElement.dataset.events;
const NAME = `live:${ADDRESS}`;

/** Long enough for a tab that is being opened; an older one fetches everything anew. */
const MOST_KEPT = 200;

/** Whoever is turned away comes back after so long, and after twice as long each further time. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;

const me = crypto.randomUUID?.() ?? String(Math.random());
let channel;
let stream;
let letGo;
let waiting;
let last;
let caughtUp = false;
let pause = FIRST_PAUSE;
let timer;

/** What this tab has heard lately, and since when it has heard everything. */
let heard = [];
let since = performance.timeOrigin;

function emit(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function show(state) {
  document.documentElement.dataset.live = state;
}

function take(message) {
  last = message.id || last;
  if (message.changes && heard.some((other) => other.changes && other.id === message.id)) {
    return;
  }
  heard.push({ ...message, at: Date.now() });
  if (heard.length > MOST_KEPT) {
    since = heard.shift().at;
  }
  if (message.again) {
    emit('live:again', message.again);
  }
  for (const [topic, changes] of Object.entries(message.changes ?? {})) {
    emit(`live:${topic}`, changes);
  }
}

function tellAll(message) {
  channel.postMessage(message);
  take(message);
}

/** A tab that has just opened may have been written before what came in while it loaded. */
function answer({ from, ask }) {
  const missed = ask < since ? [{ id: last, again: ['orders', 'stock', 'texts'] }] : heard.filter((message) => message.at >= ask);
  channel.postMessage({ to: from, missed, id: last });
}

function receive({ data }) {
  if (data.ask) {
    if (stream) {
      answer(data);
    }
  } else if (data.to) {
    if (data.to === me && !caughtUp) {
      caughtUp = true;
      data.missed.forEach(take);
      last = data.id || last;
    }
  } else if (data.leads) {
    catchUp();
  } else {
    take(data);
  }
}

function catchUp() {
  if (!caughtUp) {
    channel.postMessage({ from: me, ask: performance.timeOrigin });
  }
}

function open() {
  const place = last ? { last } : { age: Math.ceil(performance.now()) };
  stream = new EventSource(`${ADDRESS}?${new URLSearchParams(place)}`);
  stream.addEventListener('hello', (event) => {
    pause = FIRST_PAUSE;
    last ??= event.lastEventId;
    caughtUp = true;
    show('leads');
    channel.postMessage({ leads: true });
  });
  stream.addEventListener('changes', (event) => tellAll({ id: event.lastEventId, changes: JSON.parse(event.data) }));
  stream.addEventListener('again', (event) => tellAll({ id: event.lastEventId, again: JSON.parse(event.data) }));
  stream.addEventListener('bye', openLater);
  stream.addEventListener('error', () => {
    show('broken');
    if (stream?.readyState === EventSource.CLOSED) {
      openLater();
    }
  });
}

/** Others wait as long, lest every tab knocks in turn where one was turned away. */
function openLater() {
  stream.close();
  show('broken');
  clearTimeout(timer);
  timer = setTimeout(open, pause * (1 + Math.random() / 2));
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

function start() {
  show('follows');
  channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', receive);
  catchUp();
  waiting = new AbortController();
  const lead = () => new Promise((resolve) => {
    letGo = resolve;
    open();
  });
  navigator.locks.request(NAME, { signal: waiting.signal }, lead).catch(() => {});
}

function stop() {
  clearTimeout(timer);
  waiting.abort();
  stream?.close();
  stream = undefined;
  letGo?.();
  channel.close();
}

if (ADDRESS && 'locks' in navigator && 'BroadcastChannel' in window) {
  start();
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      start();
      emit('live:again', ['orders', 'stock', 'texts']);
    }
  });
}
