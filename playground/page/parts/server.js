// Asking the playground. Everything goes to the address that the page came from.

async function ask(path, init) {
  const answer = await fetch(`/play/${path}`, init);
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.error ?? 'The playground could not do that');
  return json;
}

const sending = (method, body) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const get = (path) => ask(path, undefined);
export const post = (path, body = {}) => ask(path, sending('POST', body));
export const put = (path, body) => ask(path, sending('PUT', body));
