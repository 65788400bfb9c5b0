/** Addresses below the endpoint's own. */

/** `{endpoint}/{path}`, with the endpoint's own query kept. */
export function childUrl(endpoint: URL, path: string): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url;
}
