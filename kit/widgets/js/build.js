// Bundle the controls: `npm run build` writes kit/widgets/built, `--check` says whether it is what the sources give.

import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "built");
const CONTROLS = ["marker", "linker", "cards", "choice", "entry", "explore", "slider", "survey"];
const entries = CONTROLS.map(name => join(here, `${name}.js`));
const checking = process.argv.includes("--check");

const made = await build({
  entryPoints: entries,
  entryNames: "[name]",
  outdir: out,
  bundle: true,
  format: "esm",
  target: "es2023",
  charset: "utf8",
  logLevel: "warning",
  write: !checking,
});

if (checking) {
  const wanted = new Map(made.outputFiles.map(file => [basename(file.path), file.text]));
  const there = (await readdir(out)).filter(name => name.endsWith(".js"));
  const read = name => (there.includes(name) ? readFileSync(join(out, name), "utf8") : null);
  const off = [...new Set([...wanted.keys(), ...there])].filter(name => read(name) !== wanted.get(name));
  if (off.length) {
    process.stderr.write(`Not what the sources give: kit/widgets/built/${off.join(", ")}. Run: npm run build\n`);
    process.exit(1);
  }
}
