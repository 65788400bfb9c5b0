/** Returns `{endpoint}/{path}`. The endpoint's query stays. */
export function childUrl(endpoint: URL, path: string): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url;
}
