// Listening to Python, and whether it is still there. Without it nothing that a learner does is kept, and nobody should
// find out later.

const GONE = new Set(["restarting", "autorestarting", "terminating", "dead"]);

/** Call `gone` once, when the Python behind this model ends. Gives what stops the watch. */
export function watchPython(model, gone) {
  const kernel = model.widget_manager?.kernel;
  let told = false;
  const tell = () => {
    if (!told) gone();
    told = true;
  };
  const status = (_, now) => {
    if (GONE.has(now)) tell();
  };
  // A model hears this when its line to Python is cut; at the beginning the line is there already.
  model.on("comm_live_update", tell);
  kernel?.statusChanged?.connect(status);
  kernel?.disposed?.connect(tell);
  return () => {
    model.off("comm_live_update", tell);
    kernel?.statusChanged?.disconnect(status);
    kernel?.disposed?.disconnect(tell);
  };
}

/** Listeners on a model that end together. */
export function listeners(model) {
  const undo = [];
  return {
    on(names, action) {
      for (const name of names) {
        model.on(`change:${name}`, action);
        undo.push(() => model.off(`change:${name}`, action));
      }
    },
    later: action => undo.push(action),
    end() {
      for (const action of undo) action();
    },
  };
}
