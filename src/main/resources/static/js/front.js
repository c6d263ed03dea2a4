// The page of what waits, kept up to date while somebody reads it: what is new waits above the list until they press.

import { say } from './office.js';

/** Many changes at once are looked at once. */
const GATHER = 300;

const SOUND = 'office.sound';

const news = document.getElementById('news');
const sound = document.getElementById('sound');
let fetched;
let timer;
let announced = 0;

function numbers(root, status) {
  return [...root.querySelectorAll(`[data-row][data-status="${status}"]`)].map((row) => row.dataset.row);
}

function shown() {
  return document.getElementById('waits');
}

async function look() {
  const answer = await fetch('/office/waits', { headers: { Accept: 'text/html, */*;q=0.1' } }).catch(() => undefined);
  const part = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('waits');
  if (!part) {
    return;
  }
  fetched = part;
  const known = new Set(numbers(shown(), 'pending'));
  const fresh = numbers(part, 'pending').filter((number) => !known.has(number));
  const more = Math.max(fresh.length, part.dataset.pending - shown().dataset.pending);
  countInTitle(part.dataset.pending);
  markGone(part);
  if (shown().querySelector('[data-row]') === null) {
    show();
  } else if (more > 0) {
    news.textContent = (more === 1 ? news.dataset.one : news.dataset.many).replace('#', more);
    news.hidden = false;
  }
  if (more > announced) {
    say((more === 1 ? news.dataset.one : news.dataset.many).replace('#', more));
    chime();
  }
  announced = Math.max(0, more);
}

/** What somebody else has dealt with stays where it is, lest the list jumps, and cannot be pressed any more. */
function markGone(part) {
  for (const row of shown().querySelectorAll('[data-row][data-status]')) {
    const there = part.querySelector(`[data-row="${CSS.escape(row.dataset.row)}"][data-status="${row.dataset.status}"]`);
    const cut = part.querySelectorAll(`[data-status="${row.dataset.status}"]`).length >= 8;
    if (!there && !cut) {
      row.dataset.gone = '';
    }
  }
}

function show() {
  if (fetched) {
    shown().replaceWith(document.importNode(fetched, true));
    fetched = undefined;
  }
  news.hidden = true;
  announced = 0;
}

/** One order after the other by keys: what is done goes, and the next one is there to be pressed. */
async function take(event) {
  const row = event.target.closest('[data-row][data-status]');
  if (!row) {
    return;
  }
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
  const done = answer?.ok && answer.redirected && new URL(answer.url).pathname.startsWith('/office');
  if (!done) {
    form.submit();
    return;
  }
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  (next?.querySelector('a[href]') ?? document.getElementById('main')).focus();
  look();
}

function countInTitle(count) {
  const plain = document.title.replace(/^\(\d+\) /, '');
  document.title = Number(count) > 0 ? `(${count}) ${plain}` : plain;
}

function lookSoon() {
  clearTimeout(timer);
  timer = setTimeout(look, GATHER);
}

/** Two soft tones; made here, for a file would be heavier than the whole page. */
function chime() {
  if (localStorage.getItem(SOUND) !== 'on') {
    return;
  }
  const audio = new AudioContext();
  [660, 880].forEach((pitch, place) => {
    const at = audio.currentTime + place * 0.16;
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.45);
  });
}

if (news) {
  news.addEventListener('click', () => {
    show();
    document.getElementById('main').focus();
  });
  document.addEventListener('submit', take);
  document.addEventListener('live:orders', lookSoon);
  document.addEventListener('live:stock', lookSoon);
  document.addEventListener('live:texts', lookSoon);
  document.addEventListener('live:again', lookSoon);
}

if (sound) {
  const tell = () => sound.setAttribute('aria-pressed', String(localStorage.getItem(SOUND) === 'on'));
  sound.hidden = false;
  tell();
  sound.addEventListener('click', () => {
    localStorage.setItem(SOUND, localStorage.getItem(SOUND) === 'on' ? 'off' : 'on');
    tell();
    chime();
  });
}
