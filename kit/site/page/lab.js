/* In JupyterLab: the way back to the first page, the list of files folded, and a word where nothing can be kept. */
(() => {
  const HOME = new URL("../index.html", document.baseURI).href;
  const CHANNEL = new BroadcastChannel("/sw-api.v1");
  const WRITES = { save: "put mknod", rename: "rename mknod", delete: "rmdir", newUntitled: "mknod" };
  const LAYOUT = "statedb"; // where JupyterLab remembers what was open
  const OPEN = "kit-open"; // under this name each tab remembers which notebook it shows
  const waiting = new Map(); // what kernels have asked of their files and not been answered

  // Each tab shows one notebook, after a reload too, and not those that other tabs have open.
  const asked = new URL(location.href);
  const path = asked.searchParams.get("path") ?? sessionStorage.getItem(OPEN);
  if (path) {
    sessionStorage.setItem(OPEN, path);
    asked.search = `?path=${encodeURIComponent(path)}`;
    history.replaceState(history.state, "", asked);
    forget();
  }

  /** JupyterLab would open once more whatever was open in any tab, each notebook with a kernel of its own. */
  function forget() {
    const asks = indexedDB.open(`JupyterLite Storage - ${new URL("../", document.baseURI).pathname}`);
    asks.onupgradeneeded = () => asks.transaction.abort();
    asks.onerror = (event) => event.preventDefault();
    asks.onsuccess = () => {
      const base = asks.result;
      if (base.objectStoreNames.contains(LAYOUT)) base.transaction(LAYOUT, "readwrite").objectStore(LAYOUT).clear();
      base.close();
    };
  }

  CHANNEL.addEventListener("message", ({ data }) => {
    if (data?.data?.method) waiting.set(data.requestId, data);
    else if (data && "response" in data) waiting.delete(data.requestId);
  });

  const timer = setInterval(() => {
    if (!window.jupyterapp) return;
    clearInterval(timer);
    prepare(window.jupyterapp);
  }, 30);

  async function prepare(app) {
    tellKernels(app.serviceManager.contents);
    await app.started;
    addHome(app);
    await app.restored;
    app.shell.mode = "single-document";
    fold(app.shell);
    app.shell.currentChanged.connect((_, { newValue }) => {
      if (newValue?.context?.path) sessionStorage.setItem(OPEN, newValue.context.path);
    });
    if (!keeps()) warn("Nothing is kept at this address.", "Your answers are gone when you close this page. "
      + "They are kept if the address begins with https:// or with http://localhost, in a window that isn't private.");
    navigator.storage?.persist?.();
  }

  /** The list of files stays folded, which JupyterLab opens with each notebook, until somebody does something. */
  function fold(shell) {
    const again = setInterval(() => {
      if (!shell.leftCollapsed) shell.collapseLeft();
      if (!shell.rightCollapsed) shell.collapseRight();
    }, 100);
    for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => clearInterval(again), { capture: true, once: true });
  }

  function keeps() {
    return window.isSecureContext && "serviceWorker" in navigator;
  }

  /** A file that can't be written is no success, and no kernel may wait for it without an end. */
  function tellKernels(contents) {
    for (const [name, methods] of Object.entries(WRITES)) {
      const plain = contents[name].bind(contents);
      contents[name] = async (...given) => {
        try {
          return await plain(...given);
        } catch (error) {
          for (const [id, asked] of waiting) {
            if (!methods.includes(asked.data.method)) continue;
            CHANNEL.postMessage({ failed: String(error), requestId: id, browsingContextId: asked.browsingContextId });
            waiting.delete(id);
          }
          warn("The browser can't save this.", "Its storage is full or blocked. Save your work from the first page, "
            + "then make room in the browser.");
          throw error;
        }
      };
    }
  }

  function addHome(app) {
    const Widget = Object.getPrototypeOf(app.shell.constructor);
    const node = document.createElement("div");
    node.innerHTML = '<a class="kit-home">← All lessons</a>';
    node.firstChild.href = HOME;
    const home = new Widget({ node });
    home.id = "kit-home";
    app.shell.add(home, "top", { rank: 1 });
  }

  function warn(title, words) {
    const id = "kit-warning";
    if (document.getElementById(id)) return;
    const box = document.createElement("div");
    box.id = id;
    box.setAttribute("role", "alert");
    const strong = document.createElement("strong");
    strong.textContent = title;
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => box.remove());
    box.append(strong, ` ${words} `, close);
    document.body.append(box);
  }
})();
