/* Runs between the pages of a site and the web. `SITE` stands in front of it: the number of this build, and all files
   of the site, each with true if a packed twin lies beside it (name.gz); what every lesson needs (`ahead`) and what
   other lessons do (`later`).

   Each file is fetched once, packed, and kept: the second visit needs no network. The kernel's files go to the page
   that the kernel belongs to, as in JupyterLite's own service worker; a page that can't keep one says so. */

const BEGINNING = `who-says-so ${self.registration.scope} `;
const CACHE = BEGINNING + SITE.build;
const TYPES = { css: "text/css", html: "text/html", js: "text/javascript", mjs: "text/javascript", json: "application/json",
  wasm: "application/wasm", svg: "image/svg+xml", ipynb: "application/json", md: "text/markdown", png: "image/png" };
const PATIENCE = 20000; // milliseconds until a page has to have kept a file
const QUIET = 20000; // milliseconds for the lesson that is being opened to have the network to itself
const pages = new BroadcastChannel("/sw-api.v1");
const coming = new Map(); // files on their way into the cache, so that none is fetched twice
let ahead = null;
let rest = null;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(BEGINNING) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

// The first page asks for Python while somebody still reads it.
self.addEventListener("message", (event) => {
  if (event.data === "ahead") event.waitUntil((ahead ??= fetchAll(SITE.ahead)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (pathname.endsWith("/api/service-worker-heartbeat")) {
    event.respondWith(new Response("ok"));
  } else if (request.method === "POST" && (pathname.endsWith("/api/drive") || pathname.includes("/api/stdin/"))) {
    rest ??= fetchTheRest();
    event.waitUntil(rest);
    event.respondWith(askPage(request, pathname));
  } else if (request.method === "GET" && request.url.startsWith(self.registration.scope)) {
    event.respondWith(file(nameOf(request.url), event));
  }
});

/** Hand what a kernel wants of its files to the page that it belongs to, and wait for the answer. */
async function askPage(request, pathname) {
  const asked = { ...(await request.json()), pathname };
  asked.requestId ??= crypto.randomUUID();
  return new Promise((resolve) => {
    const stdin = pathname.includes("/api/stdin/");
    const late = stdin ? 0 : setTimeout(() => done(new Response("late", { status: 504 })), PATIENCE);
    const hear = ({ data }) => {
      if (data.requestId !== asked.requestId || data.browsingContextId !== asked.browsingContextId) return;
      if (data.failed) done(new Response(data.failed, { status: 507 }));
      else if ("response" in data) done(new Response(JSON.stringify(data.response)));
    };
    const done = (response) => {
      clearTimeout(late);
      pages.removeEventListener("message", hear);
      resolve(response);
    };
    pages.addEventListener("message", hear);
    pages.postMessage(asked);
  });
}

/** The name of a file in the site. */
function nameOf(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length));
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}

/** A file of the site: kept, or fetched and kept. What the site does not have needs no question to the server. */
async function file(name, event) {
  if (!(name in SITE.files)) return new Response("There is no such file in this site.", { status: 404 });
  const address = new URL(name.split("/").map(encodeURIComponent).join("/"), self.registration.scope).href;
  const kept = await caches.open(CACHE).catch(() => null);
  await coming.get(name);
  const there = await kept?.match(address);
  if (there) return there;
  const fresh = fetched(address, name);
  const keeping = fresh
    .then((response) => response.ok && kept?.put(address, response.clone()))
    .catch(() => {}) // a full store: it is fetched again next time
    .finally(() => coming.delete(name));
  coming.set(name, keeping);
  event?.waitUntil(keeping);
  return fresh;
}

/** Files into the cache, one after the other. */
async function fetchAll(names) {
  for (const name of names) {
    await file(name).catch(() => {});
    await coming.get(name);
  }
}

/** From the server, packed where there is a packed twin. Some servers unpack such files on their own. */
async function fetched(address, name) {
  const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
  if (SITE.files[name]) {
    const packed = await fetch(`${address}.gz`, { cache: "no-cache" }).catch(() => null);
    if (packed?.ok) {
      const bytes = await packed.arrayBuffer();
      const [first, second] = new Uint8Array(bytes, 0, 2);
      const body = new Blob([bytes]).stream();
      const isPacked = first === 0x1f && second === 0x8b;
      const headers = new Headers(packed.headers); // what the server says of its pages holds for this one too
      for (const each of ["Content-Encoding", "Content-Length"]) headers.delete(each);
      headers.set("Content-Type", type);
      return new Response(isPacked ? body.pipeThrough(new DecompressionStream("gzip")) : body, { headers });
    }
  }
  return fetch(address, { cache: "no-cache" });
}

/** Once a lesson runs, get what other lessons need, one file after the other, so that all of them open offline. */
async function fetchTheRest() {
  await new Promise((later) => setTimeout(later, QUIET));
  await fetchAll(SITE.later);
}
