// Starts a site's own Pyodide in Node.js and hands it precompile.py: node precompile.mjs SITE MADE PACKAGE...
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [site, made, ...packages] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${site}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${site}/` });
python.mountNodeFS("/mnt/site", site);
python.mountNodeFS("/mnt/made", made);
await python.loadPackage(packages, { messageCallback() {} });
python.runPython(readFileSync(new URL("precompile.py", import.meta.url), "utf8"));
