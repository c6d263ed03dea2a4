// Money as whole numbers of the smallest unit, so that sums are exact.

/** Reads "1250.00" or "1,250"; null if it is no amount. */
export function parseMoney(text, digits) {
  const match = /^(\d{1,11})(?:\.(\d*))?$/.exec(String(text).trim().replace(/[,\s]/g, ''));
  if (!match) return null;
  const fraction = match[2] ?? '';
  if (fraction.slice(digits).replace(/0/g, '')) return null;
  return Number(match[1]) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || 0);
}

/** As the shop's forms take it: "1250.00". */
export function plainMoney(units, digits) {
  const text = String(Math.abs(units)).padStart(digits + 1, '0');
  const sign = units < 0 ? '-' : '';
  return sign + (digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text);
}

/** As people read it, without the currency. */
export function shownMoney(units, digits, language) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(units / 10 ** digits);
}
