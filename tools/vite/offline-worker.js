/* The demo offline after its first load: every file is kept, and taken where the network is gone. */
const KEPT = '__NAME__';
const FILES = __FILES__;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(FILES)));
});

addEventListener('activate', (event) => {
  event.waitUntil(dropOld());
});

async function dropOld() {
  for (const name of await caches.keys()) {
    if (name.startsWith('motp-verify-demo-') && name !== KEPT) await caches.delete(name);
  }
}

addEventListener('fetch', (event) => {
  const folder = new URL('./', location.href);
  const path = event.request.url.split(/[?#]/)[0].replace(folder.href, '');
  if (event.request.method !== 'GET' || !FILES.includes(path || './')) return;
  // Before msw's own listener, which would answer it as well.
  event.stopImmediatePropagation();
  const kept = () => caches.match(new URL(path || './', folder), {ignoreSearch: true});
  event.respondWith(fetch(event.request).catch(kept));
});
