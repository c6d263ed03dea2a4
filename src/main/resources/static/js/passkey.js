// Signs in with a passkey, or makes a new one, with the browser's own help.
(() => {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;

  const ways = {
    'sign-in': async send => {
      const options = await send('/webauthn/authenticate/options');
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const credential = await navigator.credentials.get({ publicKey });
      const answer = await send('/login/webauthn', credential.toJSON());
      location.assign(answer.redirectUrl);
    },
    register: async (send, part) => {
      const present = part.querySelector('[name="present"]')?.value ?? '';
      const options = await send('/webauthn/register/options', new URLSearchParams({ present }));
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      const credential = await navigator.credentials.create({ publicKey });
      const label = part.querySelector('#passkey-label').value.trim() || navigator.platform || 'Passkey';
      await send('/webauthn/register', { publicKey: { credential: credential.toJSON(), label } });
      location.reload();
    },
  };

  for (const part of document.querySelectorAll('[data-passkey]')) {
    const button = part.querySelector('button');
    const fault = part.querySelector('[role="alert"]');
    const send = async (path, body) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: {
          'Content-Type': body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json',
          [part.dataset.csrfHeader]: part.dataset.csrf,
        },
        body: body instanceof URLSearchParams ? body : body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    };
    button.addEventListener('click', async () => {
      fault.hidden = true;
      button.disabled = true;
      try {
        await ways[part.dataset.passkey](send, part);
      } catch {
        fault.hidden = false;
      } finally {
        button.disabled = false;
      }
    });
    part.hidden = false;
  }
})();
