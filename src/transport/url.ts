/** Returns where the result of an attempt is: below the endpoint, or at `attempts-url` with `?key=`. */
export function attemptUrl(endpoint: URL, attemptsUrl: URL | undefined, key: string): URL {
  if (!attemptsUrl) return childUrl(endpoint, `attempts/${key}`);
  const url = new URL(attemptsUrl);
  url.search += `${url.search ? '&' : '?'}key=${key}`;
  return url;
}

/** Returns `{endpoint}/{path}`. The endpoint's query stays. */
export function childUrl(endpoint: URL, path: string): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url;
}
