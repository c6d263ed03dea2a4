// Shows how much of a file has been sent; without this the browser sends it all the same and shows it its own way.
for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', event => {
    const action = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
    event.preventDefault();
    send(form, action);
  });
}

function send(form, action) {
  const bar = progressOf(form);
  const request = new XMLHttpRequest();
  request.open('POST', action);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.max = total;
    bar.value = loaded;
  });
  request.addEventListener('load', () => {
    if (request.status < 300) {
      location.assign(request.responseURL);
    } else {
      document.open();
      document.write(request.responseText);
      document.close();
    }
  });
  request.addEventListener('error', () => {
    bar.parentElement.remove();
    form.submit();
  });
  request.send(new FormData(form));
}

function progressOf(form) {
  const label = document.createElement('label');
  label.className = 'progress';
  label.textContent = form.dataset.sending;
  const bar = document.createElement('progress');
  label.append(bar);
  form.append(label);
  return bar;
}
