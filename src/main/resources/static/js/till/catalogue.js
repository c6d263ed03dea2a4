// The products that the till knows, found by code or by words that need not be exact.
import { barcode } from './scanner.js';

/** Without case, accents and apostrophes, and "2kg" like "2 kg". */
export function fold(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f'’‘ʼ`]/g, '').toLowerCase()
    .replace(/(\d)\s*([a-z])/g, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const ORDER = new Intl.Collator('sw');

/** A category is called alike on all of its products, whichever of them says how. */
function inSwahili(known) {
  const kinds = new Map(known.filter(product => product.categorySw).map(product => [product.category, product.categorySw]));
  return known.map(product => ({
    ...product,
    name: product.nameSw ?? product.name,
    otherName: product.nameSw ? product.name : undefined,
    category: kinds.get(product.category) ?? product.category,
    otherCategory: product.category,
  })).sort((a, b) => ORDER.compare(a.name, b.name));
}

/** @param language of the page; a product is shown under its name in it, and found by each of its names */
export function catalogue(known, language) {
  const products = language === 'sw' ? inSwahili(known) : known;
  const bySku = new Map();
  const byBarcode = new Map();
  const entries = products.map(product => {
    bySku.set(product.sku.toUpperCase(), product);
    for (const code of product.barcodes ?? []) byBarcode.set(barcode(code), product);
    return { product, words: ` ${fold(`${product.name} ${product.otherName ?? product.nameSw ?? ''} ${product.sku} ${product.category ?? ''} ${product.otherCategory ?? product.categorySw ?? ''}`)}`, name: fold(product.name) };
  });

  return {
    size: products.length,
    categories: [...new Set(products.map(product => product.category).filter(Boolean))].sort((a, b) => a.localeCompare(b)),

    /** What a code means exactly, be it scanned or typed: an SKU or a barcode. */
    withCode: code => bySku.get(code.trim().toUpperCase()) ?? byBarcode.get(barcode(code.trim())) ?? null,
    withSku: sku => bySku.get(sku.toUpperCase()) ?? null,

    /** Those that have the beginnings of all words, the best first; one slip in a long word is forgiven where nothing fits. */
    search(typed, most) {
      const wanted = fold(typed).split(' ').filter(Boolean);
      if (!wanted.length) return [];
      const exact = entries.filter(entry => wanted.every(word => entry.words.includes(` ${word}`)));
      const found = exact.length ? exact : entries.filter(entry => wanted.every(word => hasNearly(entry.words, word)));
      return found.sort((a, b) => rank(a, wanted) - rank(b, wanted) || a.name.localeCompare(b.name))
        .slice(0, most).map(entry => entry.product);
    },

    inCategory: (category, most) => products.filter(product => !category || product.category === category).slice(0, most),
  };
}

function rank(entry, wanted) {
  return entry.name.startsWith(wanted.join(' ')) ? 0 : entry.name.startsWith(wanted[0]) ? 1 : 2;
}

function hasNearly(words, wanted) {
  return words.split(' ').some(word => word.startsWith(wanted)
    || (wanted.length >= 4 && Math.abs(word.length - wanted.length) <= 1 && slips(word, wanted) <= 1));
}

/** How many letters apart two words are, as far as it matters here: 0, 1 or more. */
function slips(a, b) {
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  const left = Math.max(a.length, b.length) - i - j;
  const swapped = left === 2 && a.length === b.length && a[i] === b[i + 1] && a[i + 1] === b[i];
  return swapped ? 1 : left;
}
