// What makes the shop quicker to use where there is JavaScript: buttons beside a number, true counts after going back, and true
// numbers of what is left while somebody looks at them. Everything works without it.

/** A press waits for htmx no longer than this; then its form is sent as it would be without scripts. */
const PATIENCE_MILLIS = 3000;

let coming;

/** htmx is half of what the shop weighs, and nothing that one reads waits for it. */
function htmx() {
  coming ??= new Promise((there, missing) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => {
      // It begins with this event, which is over where somebody presses while pictures are still coming.
      if (document.readyState !== "complete") document.dispatchEvent(new Event("DOMContentLoaded"));
      there();
    });
    script.addEventListener("error", missing);
    setTimeout(missing, PATIENCE_MILLIS);
    script.src = document.body.dataset.htmx;
    document.head.append(script);
  });
  return coming;
}

/** Whoever presses before it is there is served as soon as it is: by a press, since htmx names the button that it saw pressed. */
function early(event) {
  const form = event.target.closest("form[hx-post]");
  if (window.htmx || !form || (event.type === "change" && !form.matches("[hx-trigger*=change]"))) return;
  event.preventDefault();
  const send = () => (event.submitter ? event.submitter.click() : form.requestSubmit());
  htmx().then(send, () => {
    document.removeEventListener("submit", early, true);
    send();
  });
}

/** How many units are in the cart; a page that one comes back to is as it was left. */
function showUnits() {
  const units = document.cookie.match(/(?:^|; )(?:__Host-)?cart-units=(\d+)/)?.[1] ?? "0";
  const count = document.querySelector("#cart-link .count");
  if (count && count.dataset.units !== units) {
    count.dataset.units = units;
    count.textContent = Number(units).toLocaleString(document.documentElement.lang);
    return true;
  }
  return false;
}

function stepper(frame) {
  const input = frame.querySelector("input");
  const step = (by, name, path) => {
    const button = document.createElement("button");
    button.type = "button";
    button.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      input.value = Math.max(Number(input.min), Math.min(Number(input.max), Number(input.value || 0) + by));
    });
    return button;
  };
  frame.prepend(step(-1, frame.dataset.less, "M5 12h14"));
  frame.append(step(1, frame.dataset.more, "M5 12h14M12 5v14"));
}

/** Up and down go through what is suggested, Escape puts it away, where some browsers would empty the field. */
function suggest(event) {
  const form = event.target.closest("#find");
  if (!form) return;
  const links = [...form.querySelectorAll(".suggestions a")];
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
  if (step === undefined || !links.length) return;
  event.preventDefault();
  if (!step) document.getElementById("suggestions").replaceChildren();
  ((step && links[links.indexOf(document.activeElement) + step]) || form.q).focus();
}

function dress(root) {
  root.querySelectorAll?.("[data-stepper]:not(:has(button))").forEach(stepper);
}

/** Takes what carries data-live anew from this very page where its value, which says what it shows, is another; not while one types in it. */
async function renew() {
  const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const shown of document.querySelectorAll("[data-live]")) {
    const now = page.getElementById(shown.id);
    const at = document.activeElement;
    const within = shown.contains(at);
    const typing = within && at.matches("input, textarea") && now?.children[0];
    if (now && now.dataset.live !== shown.dataset.live && !typing) {
      const fresh = document.adoptNode(now);
      fresh.querySelectorAll("details").forEach((each, i) => {
        each.open = shown.querySelectorAll("details")[i]?.open ?? false;
      });
      shown.replaceWith(fresh);
      if (within) (document.getElementById(at.id) ?? document.getElementById("progress"))?.focus();
      window.htmx?.process(fresh);
      dress(fresh);
      const news = fresh.querySelector("[data-say]");
      if (news) say(news.textContent, "unseen");
    }
  }
}

/** In the live region: a toast for everybody, or unseen for those who listen where whoever looks has it before them already. */
function say(words, look) {
  const said = document.createElement("p");
  said.className = look;
  said.textContent = words;
  document.getElementById("said").replaceChildren(said);
}

/** A press that came to nothing is told: in the words of the shop's answer, or that there was none. */
function failed({ detail: { requestConfig, xhr } }) {
  if (requestConfig.verb === "get") return;
  const answer = new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector("h1 + p");
  say(answer?.textContent ?? document.getElementById("said").dataset.unsent, "toast");
}

/** The stream is open while the page is seen: a browser holds few of them, and a phone in a pocket pays for none. */
function live(address) {
  let stream;
  let waiting;
  let left = false;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 300); // so that a rush of sales asks once and not for each
  };
  const open = () => {
    if (document.visibilityState !== "visible" || stream) return;
    stream = new EventSource(`${address}&age=${Math.ceil(performance.now())}`);
    stream.addEventListener("changes", soon);
    stream.addEventListener("again", soon);
    stream.addEventListener("bye", close);
    if (left) soon();
  };
  const close = () => {
    stream?.close();
    stream = undefined;
    left = true;
  };
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? open() : close()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}

dress(document);
// What is chosen may be beyond the edge.
const chosen = document.querySelector(".kinds [aria-current]");
chosen?.closest("ul").scrollBy(chosen.offsetLeft - 48, 0);
document.addEventListener("keydown", suggest);
if ("offline" in document.documentElement.dataset) {
  document.querySelectorAll("main form.typed").forEach((form) => { form.inert = true; });
  addEventListener("online", () => location.reload());
}
addEventListener("load", () => {
  navigator.serviceWorker?.register("/service-worker.js").catch(() => {}); // some browsers keep nothing, and show the shop all the same
});
document.addEventListener("submit", early, true);
document.addEventListener("change", early, true);
const bring = () => htmx().catch(() => {}); // without it the shop is slower to use, no more
document.readyState === "complete" ? bring() : addEventListener("load", bring);
document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
document.addEventListener("htmx:configRequest", ({ detail }) => { detail.headers.Accept = "text/html"; }); // of refusals as well
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);
addEventListener("pageshow", () => {
  if (showUnits()) {
    renew();
  }
});
const address = document.documentElement.dataset.events;
if (address) {
  live(address);
}
