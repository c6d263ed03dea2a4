// The receipt on paper, made by the page itself, since it must come out without a line as well.

/** Puts the sale on paper; a sale that is not home yet says so. */
export function printReceipt(sale, till) {
  document.getElementById('till-receipt')?.remove();
  const receipt = receiptOf(sale, till);
  document.body.append(receipt);
  window.print();
}

export function receiptOf(sale, till) {
  const receipt = document.createElement('section');
  receipt.id = 'till-receipt';
  receipt.className = `receipt on-paper paper-${till.width()}`;
  receipt.setAttribute('aria-hidden', 'true');
  const line = (text, name = '') => {
    const part = document.createElement('p');
    part.textContent = text;
    part.className = name;
    receipt.append(part);
  };
  line(till.settings.shop, 'receipt-shop');
  line(sale.number ? `${till.text('number')} ${sale.number}` : till.text('numberFollows'), 'receipt-number');
  line(till.moment(sale.rungUpAt));
  line(`${till.text('served')} ${sale.sellerName}`);
  if (sale.customer) line(sale.customer.name || sale.customer.phone);
  const table = document.createElement('table');
  const row = (words, small, amount, name = '') => {
    const tr = table.insertRow();
    tr.className = name;
    const th = document.createElement('th');
    th.scope = 'row';
    th.textContent = words;
    if (small) {
      const quantity = document.createElement('small');
      quantity.textContent = small;
      th.append(quantity);
    }
    tr.append(th);
    tr.insertCell().textContent = amount;
  };
  for (const each of sale.lines) row(each.item, `${each.quantity} × ${till.money(each.price)}`, till.money(each.price * each.quantity));
  row(till.text('total'), '', `${till.settings.currency} ${till.money(sale.total)}`, 'receipt-total');
  if (sale.cash > sale.total) {
    row(till.text('cash'), '', till.money(sale.cash));
    row(till.text('change'), '', till.money(sale.cash - sale.total));
  }
  receipt.append(table);
  if (!sale.handedOver) line(till.text('collect'));
  line(till.text('thanks'));
  return receipt;
}
