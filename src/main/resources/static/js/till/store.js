// What the till keeps in the browser: sales on their way home, sales that are not finished, and the products it knows.

const NAME = 'agizo-till';
const VERSION = 1;

/** Each step takes a store of the version before to the next; a store that is newer than this script is used as it is. */
const STEPS = [
  database => {
    database.createObjectStore('sales', { keyPath: 'key' });
    database.createObjectStore('carts', { keyPath: 'id' });
    database.createObjectStore('known');
  },
];

function request(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function openDatabase(version) {
  return new Promise((resolve, reject) => {
    const asked = version ? indexedDB.open(NAME, version) : indexedDB.open(NAME);
    asked.onupgradeneeded = event => {
      for (let step = event.oldVersion; step < VERSION; step++) STEPS[step](asked.result);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Opens the store; `outdated` is called when a newer page needs it changed, after which this page must be loaded anew. */
export async function openStore(outdated) {
  let database = null;

  const open = async () => {
    try {
      database = await openDatabase(VERSION);
    } catch (error) {
      if (error?.name !== 'VersionError') throw error;
      database = await openDatabase();
    }
    database.onversionchange = () => { database.close(); database = null; outdated(); };
    database.onclose = () => { database = null; };
    return database;
  };

  /** Written through to the disk before it counts as kept: a power cut a moment later must not undo it. */
  const write = async (stores, work) => {
    const transaction = (database ?? await open()).transaction(stores, 'readwrite', { durability: 'strict' });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    work(...stores.map(name => transaction.objectStore(name)));
    await done;
  };

  const read = async (name, ask) => request(ask((database ?? await open()).transaction(name).objectStore(name)));

  await open();
  return {
    sales: async () => (await read('sales', sales => sales.getAll())).sort((a, b) => a.rungUpAt - b.rungUpAt),
    sale: key => read('sales', sales => sales.get(key)),
    saveSale: sale => write(['sales'], sales => sales.put(sale)),
    removeSale: key => write(['sales'], sales => sales.delete(key)),

    /** A sale is rung up and its cart is gone in one step: a crash leaves the one or the other, never both or neither. */
    ringUp: (sale, cart) => write(['sales', 'carts'], (sales, carts) => { sales.put(sale); carts.delete(cart); }),

    /** Back on the counter, to be changed; its key stays, since the shop refused it and holds nothing under it. */
    takeUp: (sale, cart) => write(['sales', 'carts'], (sales, carts) => { sales.delete(sale); carts.put(cart); }),

    /** Those that are not here yet; a sale that is here is left as it is. */
    addSales: async wanted => {
      const here = new Set((await read('sales', sales => sales.getAllKeys())));
      const missing = wanted.filter(sale => !here.has(sale.key));
      await write(['sales'], sales => missing.forEach(sale => sales.add(sale)));
      return missing.length;
    },

    carts: async () => (await read('carts', carts => carts.getAll())).sort((a, b) => a.at - b.at),
    saveCart: cart => write(['carts'], carts => (cart.lines.length || cart.customer ? carts.put(cart) : carts.delete(cart.id))),
    removeCart: id => write(['carts'], carts => carts.delete(id)),

    known: name => read('known', known => known.get(name)),
    keepKnown: (name, value) => write(['known'], known => known.put(value, name)),
  };
}
