/* The first page of a site: how far each unit is, and the work of a pupil as one file. `SITE` stands in the page.

   JupyterLab keeps files in the browser's own database, one entry each, by its path; this page reads and writes the same
   entries. Answers of two files are joined question by question, and the later change counts, as between two windows. */

const DATABASE = `JupyterLite Storage - ${new URL(".", location.href).pathname}`;
const FILES = "files";
const WORK = "who_says_so_work"; // by this a saved file is known
const VERSION = 1;

const $ = (id) => document.getElementById(id);
const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

function start() {
  prepare().catch((error) => trouble(`The offline copy can't be made (${error.message}). The lessons work with a network.`));
  show().catch(() => {});
  addEventListener("pageshow", () => show().catch(() => {}));
  $("save").addEventListener("click", () => save().catch(told));
  $("open").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) open(file).catch(told);
  });
}

/** The service worker keeps the site for later, and lets kernels write files. */
async function prepare() {
  if (!window.isSecureContext || !navigator.serviceWorker) {
    trouble("Nothing is saved at this address: your answers are gone when you close a lesson. Ask your teacher for an address that "
      + "begins with https://, and don't use a private window.");
    return;
  }
  const script = new URL("service-worker.js?enableCache=false", location.href).href;
  localStorage.setItem(`${script}-version`, SITE.app); // what JupyterLite looks for, so as not to begin again
  await navigator.serviceWorker.register(script);
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.connection?.saveData) active.postMessage("ahead");
  navigator.storage?.persist?.();
}

function trouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = false;
}

function say(words) {
  $("said").textContent = words;
}

function told(error) {
  say(error.name === "QuotaExceededError"
    ? "The browser's storage is full. Nothing was changed. Make room, then try again."
    : error.message);
}

/** The database of the files; null if there is none yet and none is to be made. */
function database(make) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE);
    asked.onupgradeneeded = () => (make ? asked.result.createObjectStore(FILES) : asked.transaction.abort());
    asked.onsuccess = () => resolve(asked.result.objectStoreNames.contains(FILES) ? asked.result : null);
    asked.onerror = () => (make ? reject(asked.error) : resolve(null));
  });
}

/** All files that are kept, by their paths. */
async function kept() {
  const base = await database(false);
  if (!base) return new Map();
  const files = new Map();
  await new Promise((resolve, reject) => {
    const going = base.transaction(FILES).objectStore(FILES).openCursor();
    going.onsuccess = () => {
      const at = going.result;
      if (!at) return resolve();
      files.set(at.key, at.value);
      at.continue();
    };
    going.onerror = () => reject(going.error);
  }).finally(() => base.close());
  return files;
}

/** The content of a file of ours that is JSON; null for any other. */
function read(file) {
  if (!file || file.type === "directory" || !/\.json$/.test(file.path ?? "")) return null;
  try {
    const whole = typeof file.content === "string" ? JSON.parse(file.format === "base64" ? plain(file.content) : file.content)
      : file.content;
    return whole && typeof whole === "object" ? whole : null;
  } catch {
    return null;
  }
}

function plain(base64) {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}

function isAnswers(whole) {
  return Boolean(whole && typeof whole.unit === "string" && whole.answers && typeof whole.answers === "object" && !whole.hand_in);
}

/** How many questions of each unit have an answer, in lesson and exercise together. */
async function show() {
  const answered = new Map();
  for (const file of (await kept()).values()) {
    const whole = read(file);
    if (!isAnswers(whole)) continue;
    const there = answered.get(whole.unit) ?? new Set();
    for (const [id, entry] of Object.entries(whole.answers)) if (entry?.answer != null) there.add(id);
    answered.set(whole.unit, there);
  }
  for (const unit of document.querySelectorAll(".unit")) {
    const all = unit.dataset.questions.split(" ").filter(Boolean);
    const done = all.filter((id) => answered.get(unit.dataset.unit)?.has(id)).length;
    unit.querySelector(".bar").style.width = all.length ? `${(100 * done) / all.length}%` : "0";
    unit.querySelector(".told").textContent = done ? `${done} of ${counted(all.length, "question")} answered`
      : counted(all.length, "question");
    unit.classList.toggle("done", done === all.length && done > 0);
  }
}

/** One file with all that is kept. */
async function save() {
  const files = [...(await kept()).entries()].map(([path, file]) => ({ ...file, path }));
  if (!files.some((file) => file.type !== "directory")) return say("There is nothing to save yet.");
  const today = new Date().toISOString().slice(0, 10);
  const whole = JSON.stringify({ [WORK]: VERSION, saved: new Date().toISOString(), files }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([whole], { type: "application/json" }));
  link.download = `my-work ${today}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(`Saved as “${link.download}”. Keep that file somewhere safe, and open it here or on another device.`);
}

/** Take over what a saved file has. Nothing that is here is lost: where two files differ, both stay. */
async function open(file) {
  let work = null;
  try {
    work = JSON.parse(await file.text());
  } catch {
    // told below
  }
  if (!Array.isArray(work?.files) || typeof work[WORK] !== "number") {
    throw new Error(`“${file.name}” isn’t saved work. Choose the file that “Save my work” made.`);
  }
  if (work[WORK] > VERSION) throw new Error(`“${file.name}” was saved by a newer course. Open it there.`);
  const here = await kept();
  const writes = new Map();
  for (const saved of work.files) {
    if (typeof saved?.path === "string" && saved.path && !saved.path.split("/").includes("..")) join(saved, here, writes);
  }
  const base = await database(true);
  if (!base) throw new Error("Open a lesson once, then come back and open your work.");
  await new Promise((resolve, reject) => {
    const step = base.transaction(FILES, "readwrite");
    step.oncomplete = resolve;
    step.onabort = step.onerror = () => reject(step.error ?? new DOMException("full", "QuotaExceededError"));
    for (const [path, content] of writes) step.objectStore(FILES).put(content, path);
  }).finally(() => base.close());
  await show();
  const changed = [...writes.values()].filter((each) => each.type !== "directory").length;
  say(changed ? `Your work is here: ${counted(changed, "file")} brought in. Open a lesson and carry on.`
    : "Everything in that file was here already.");
}

/** Decide what becomes of one saved file beside what is here. */
function join(saved, here, writes) {
  const there = here.get(saved.path);
  if (!there || there.type === "directory" || saved.type === "directory") {
    if (!there) writes.set(saved.path, saved);
    return;
  }
  if (JSON.stringify(there.content) === JSON.stringify(saved.content)) return;
  const [mine, theirs] = [read(there), read(saved)];
  if (isAnswers(mine) && isAnswers(theirs) && mine.unit === theirs.unit) {
    const answers = { ...mine.answers };
    for (const [id, entry] of Object.entries(theirs.answers)) {
      if (!(id in answers) || String(entry?.changed) > String(answers[id]?.changed)) answers[id] = entry;
    }
    const whole = { ...mine, answers };
    if (JSON.stringify(whole) !== JSON.stringify(mine)) {
      writes.set(saved.path, { ...there, format: "text", content: `${JSON.stringify(whole, null, 1)}\n` });
    }
    return;
  }
  const [newer, older] = String(saved.last_modified) > String(there.last_modified) ? [saved, there] : [there, saved];
  const path = aside(saved.path, older, here, writes);
  if (!path) return;
  if (newer === saved) writes.set(saved.path, saved);
  writes.set(path, { ...older, path, name: path.split("/").pop() });
}

/** A free name for the older of two files; null if it stands aside already. */
function aside(path, older, here, writes) {
  const [, stem, ending] = /^(.*?)(\.[^./]*)?$/.exec(path);
  for (let number = 1; ; number += 1) {
    const other = `${stem} (older ${number})${ending ?? ""}`;
    if (JSON.stringify(here.get(other)?.content) === JSON.stringify(older.content)) return null;
    if (!here.has(other) && !writes.has(other)) return other;
  }
}

start();
