/* In a window too narrow for a list of files beside a lesson (a tablet, a phone, half a screen) JupyterLab shows the
   lesson alone: one document, the panels folded, the columns at its sides gone. In a wide window all is as it was. */
(() => {
  const NARROW = "(max-width: 900px)";
  const OURS = "who-says-so:narrow"; // remembers that it was we who changed the layout
  const SETTLED = 3000; // milliseconds in which JupyterLab still unfolds its list of files, to show what it has opened
  const CALM = `.jp-RenderedMarkdown details { margin-bottom: 1em; }
  .jp-RenderedMarkdown table { margin-inline: 0 auto; }
  @media ${NARROW} {
    .jp-Notebook { --jp-cell-prompt-width: 52px; --jp-notebook-padding: 4px; --jp-private-notebook-padding: 4px; }
    .jp-Notebook :is(.jp-OutputPrompt, .jp-OutputArea-promptOverlay, .jp-cell-toolbar) { display: none; }
    .jp-Notebook .jp-Collapser { flex-basis: 6px; min-width: 0; }
  }`;

  let folding = 0;
  const enough = () => clearInterval(folding);

  function narrow(app) {
    const { shell, commands } = app;
    localStorage.setItem(OURS, "yes");
    shell.mode = "single-document";
    const fold = () => {
      if (!shell.leftCollapsed) shell.collapseLeft();
      if (!shell.rightCollapsed) shell.collapseRight();
    };
    fold();
    enough();
    folding = setInterval(fold, 100);
    setTimeout(enough, SETTLED);
    for (const act of ["pointerdown", "keydown"]) addEventListener(act, enough, { capture: true, once: true });
    if (shell.isSideTabBarVisible("right")) commands.execute("application:toggle-side-tabbar", { side: "right" });
  }
  function wide(app) {
    if (!localStorage.getItem(OURS)) return;
    const { shell, commands } = app;
    localStorage.removeItem(OURS);
    enough();
    shell.mode = "multiple-document";
    shell.expandLeft();
    if (!shell.isSideTabBarVisible("right")) commands.execute("application:toggle-side-tabbar", { side: "right" });
  }

  const plugin = {
    id: "who-says-so:narrow",
    description: "In a narrow window a lesson has the page to itself.",
    autoStart: true,
    activate: app => {
      const style = document.createElement("style");
      style.textContent = CALM;
      document.head.append(style);
      const screen = matchMedia(NARROW);
      const fit = () => (screen.matches ? narrow : wide)(app);
      screen.addEventListener("change", fit);
      app.restored.then(fit); // not awaited: JupyterLab is restored once all extensions are there, this one too
    },
  };
  // What JupyterLab asks of a federated extension: a container that hands over a module.
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["who-says-so"] = {
    init: () => {},
    get: () => Promise.resolve(() => ({ __esModule: true, default: plugin })),
  };
})();
