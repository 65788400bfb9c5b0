/* Caches all files of the demo when it is first loaded, and serves them when the network fails. */
const CACHE_NAME = '__NAME__';
const FILES = __FILES__;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE_NAME).then((cache) => cache.addAll(FILES)));
});

addEventListener('activate', (event) => {
  event.waitUntil(deleteOldCaches());
});

async function deleteOldCaches() {
  for (const name of await caches.keys()) {
    if (name.startsWith('motp-verify-demo-') && name !== CACHE_NAME) await caches.delete(name);
  }
}

addEventListener('fetch', (event) => {
  const folder = new URL('./', location.href);
  const path = event.request.url.split(/[?#]/)[0].replace(folder.href, '');
  if (event.request.method !== 'GET' || !FILES.includes(path || './')) return;
  // Keeps msw's listener from responding to the same request.
  event.stopImmediatePropagation();
  const matchCache = () => caches.match(new URL(path || './', folder), {ignoreSearch: true});
  event.respondWith(fetch(event.request).catch(matchCache));
});
