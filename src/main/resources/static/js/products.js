// Keeps the numbers of the shelf true while somebody looks at it. What carries data-live is taken anew from this very page; no
// row comes, goes or changes its place, and nothing that is typed is touched.

const PAUSE = 300; // so that a rush of sales asks once and not for each

let waiting = false;

async function renew() {
  waiting = false;
  let page;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // The line is broken: live:again comes when it is back.
  }
  const fresh = new Map([...page.querySelectorAll("[data-live]")].map(each => [each.dataset.live, each]));
  for (const shown of document.querySelectorAll("[data-live]")) {
    const now = fresh.get(shown.dataset.live);
    if (now && now.innerHTML !== shown.innerHTML && !shown.contains(document.activeElement)) {
      shown.replaceChildren(...now.childNodes);
      shown.className = now.className;
    }
  }
}

function soon() {
  if (!waiting) {
    waiting = true;
    setTimeout(renew, PAUSE);
  }
}

document.addEventListener("live:stock", soon);
document.addEventListener("live:again", soon);
