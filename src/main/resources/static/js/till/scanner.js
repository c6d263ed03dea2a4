// Tells a scanner from a person: it is a keyboard that types a whole code faster than anyone and ends with Enter or Tab.

const FEWEST = 6;
/** Between two keys, as the device may falter once; on average a scanner is twice as fast, and the fastest typist half. */
const LONGEST_GAP_MILLISECONDS = 70;
const AVERAGE_GAP_MILLISECONDS = 35;

/**
 * Listens to all keys of a document. Keys of a person go where they were meant to; those of a scanner go to `scanned` alone: what
 * it typed into a field meanwhile is taken out again, and its last key presses nothing. What it types into its own field is
 * taken whole as it stands there.
 */
export function listenToScanner(target, own, scanned) {
  let code = '';
  let first = 0;
  let last = 0;
  let field = null;
  let before = null;

  const forget = () => { code = ''; field = null; before = null; };

  const key = event => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const quick = event.timeStamp - last <= LONGEST_GAP_MILLISECONDS;
    last = event.timeStamp;
    if (event.key.length === 1) {
      if (!quick || !code) {
        forget();
        first = event.timeStamp;
        field = editable(event.target) ? event.target : null;
        before = field && { value: field.value, start: field.selectionStart, end: field.selectionEnd };
      }
      code += event.key;
      if (code.length > 1 && !field) {
        // A button takes a blank for a press.
        event.preventDefault();
      }
    } else if ((event.key === 'Enter' || event.key === 'Tab') && quick && code.length >= FEWEST
        && (event.timeStamp - first) / code.length <= AVERAGE_GAP_MILLISECONDS) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (field === own) {
        code = own.value;
        own.value = '';
      } else if (field) {
        field.value = before.value;
        try { field.setSelectionRange(before.start, before.end); } catch { /* Fields of numbers have no selection. */ }
      }
      const whole = code.trim();
      forget();
      scanned(whole);
    } else if (event.key !== 'Shift') {
      forget();
    }
  };

  target.addEventListener('keydown', key, true);
  return () => target.removeEventListener('keydown', key, true);
}

function editable(element) {
  return element instanceof HTMLTextAreaElement
    || (element instanceof HTMLInputElement && !['button', 'submit', 'radio', 'checkbox'].includes(element.type));
}

/** One name for every way to write an article's number: UPC-A is EAN-13 without its leading zero, EAN-14 and the like keep theirs. */
export function barcode(text) {
  const digits = /^\d{8,14}$/.test(text) ? text.replace(/^0+/, '') : null;
  return digits ? digits.padStart(13, '0') : text.toUpperCase();
}
