// Takes the sales home, one after the other, each once: from one tab at a time, and under the key it got when it was rung up.

const ANSWER_WITHIN_MILLISECONDS = 10000;
/** What came home stays a while for its receipt to be printed again. */
export const KEPT_HOME_MILLISECONDS = 12 * 60 * 60 * 1000;

export class SignedOut extends Error {}
export class NoLine extends Error {}
export class NotAllowed extends Error {}

/** Asks the shop; whoever is signed out is sent to a page for that, which is no answer to a script. */
export async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MILLISECONDS),
      ...options,
      headers: { Accept: 'application/json', ...options.headers },
    });
  } catch {
    throw new NoLine();
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) throw new SignedOut();
  if (answer.status === 429 || answer.status >= 500) throw new NoLine();
  return answer;
}

/** Who is signed in now, with what their forms need. */
export async function session() {
  const answer = await ask('/office/counter/session', { cache: 'no-store' });
  if (answer.status === 403) throw new NotAllowed();
  if (!answer.ok) throw new NoLine();
  return json(answer);
}

async function json(answer) {
  try {
    return await answer.json();
  } catch {
    // A page of a hotel's or a network's own stands between us and the shop.
    throw new NoLine();
  }
}

function form(sale, who, plain) {
  const fields = new URLSearchParams({
    [who.csrfField]: who.csrf,
    key: sale.key,
    seller: sale.seller,
    fulfilled: String(sale.handedOver),
    receipt: sale.receipt,
    note: sale.note ?? '',
    time: new Date(sale.rungUpAt).toISOString(),
    clock: new Date().toISOString(),
  });
  for (const line of sale.lines) {
    if (line.sku) {
      fields.append('sku', line.sku);
      fields.append('quantity', line.quantity);
      fields.append('price', plain(line.price));
    } else {
      fields.append('item', line.item);
      fields.append('amount', plain(line.price));
      fields.append('count', line.quantity);
    }
  }
  if (sale.customer?.code) fields.set('customer', sale.customer.code);
  else if (sale.customer) {
    fields.set('name', sale.customer.name ?? '');
    fields.set('phone', sale.customer.phone ?? '');
  }
  return fields;
}

/** Why a sale that was refused is no sale: kept by the shop, since goods or money may have changed hands. */
function cancellation(sale, who, plain) {
  return new URLSearchParams({
    [who.csrfField]: who.csrf,
    key: sale.key,
    seller: sale.seller,
    time: new Date(sale.rungUpAt).toISOString(),
    clock: new Date().toISOString(),
    total: plain(sale.total),
    goods: sale.lines.map(line => `${line.quantity} × ${line.sku ?? line.item}`).join(', ').slice(0, 1000),
    reason: sale.reason,
  });
}

/**
 * Sends what is queued.
 *
 * @param money writes an amount as forms take it (`plain`), and reads it (`parse`)
 * @return who is signed in, and why it stopped if it did: 'signed-out', 'no-line', 'not-allowed'
 */
export function sendQueued(store, money, came) {
  const send = async () => {
    let who;
    try {
      who = await session();
      for (const { key } of (await store.sales()).filter(sale => sale.seller === who.seller)) {
        // Another tab may have sent it while this one waited its turn.
        const sale = await store.sale(key);
        if (sale?.state === 'queued') await sendOne(sale, who);
        if (sale?.state === 'cancelled') await cancelOne(sale, who);
      }
      await forgetOld();
      return { who };
    } catch (error) {
      if (error instanceof SignedOut) return { stopped: 'signed-out' };
      if (error instanceof NoLine) return { who, stopped: 'no-line' };
      if (error instanceof NotAllowed) return { stopped: 'not-allowed' };
      throw error;
    }
  };

  const sendOne = async (sale, who) => {
    const answer = await ask('/office/counter/sales', { method: 'POST', body: form(sale, who, money.plain) });
    const told = await json(answer);
    if (told.price) told.price = money.parse(told.price);
    if (answer.ok && told.number) {
      Object.assign(sale, { state: 'home', number: told.number, homeAt: Date.now() });
      delete sale.refusal;
    } else if (told.refused === 'other-seller') {
      throw new SignedOut();
    } else if (told.refused) {
      Object.assign(sale, { state: 'refused', refusal: told });
    } else if (answer.status === 403 && told.type?.endsWith('/permission-denied')) {
      throw new NotAllowed();
    } else if (answer.status === 403) {
      // The session ended or changed in this very moment: what it says of its forms is asked anew the next time.
      throw new NoLine();
    } else {
      Object.assign(sale, { state: 'refused', refusal: { refused: 'invalid', message: told.detail ?? '' } });
    }
    await store.saveSale(sale);
    came(sale);
  };

  const cancelOne = async (sale, who) => {
    const answer = await ask('/office/counter/cancellations', { method: 'POST', body: cancellation(sale, who, money.plain) });
    if (!answer.ok) throw new NoLine();
    await store.removeSale(sale.key);
    came(sale);
  };

  const forgetOld = async () => {
    for (const sale of await store.sales()) {
      if (sale.state === 'home' && sale.homeAt < Date.now() - KEPT_HOME_MILLISECONDS) await store.removeSale(sale.key);
    }
  };

  return navigator.locks ? navigator.locks.request('agizo-till-send', send) : send();
}
