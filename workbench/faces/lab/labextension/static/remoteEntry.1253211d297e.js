// The workbench's part inside JupyterLab, written by hand. `python -m workbench.faces.lab.build` fills in what
// it must know of the package and puts it, named by its hash, into labextension/static.
//
// 1. A launcher tile that starts an enquiry.
// 2. Notebooks shipped with the workbench run when they are opened (known by the hash of their code;
//    any other notebook is left alone), and never write their outputs into the file.
//    One that comes back into view after another step changed the enquiry shows its form anew.
// 3. A watch on the kernel: a form that nobody listens to takes no more answers, and a banner says so.
//
// Why by hand: docs/decisions/0006-lab-extension.md.
"use strict";
(() => {
  const NAME = "enquiry-workbench";
  const WIDGET = "application/vnd.jupyter.widget-view+json";
  const SHIPPED = {"hashes": ["02c97f97a62f0fec5c3496178731fa0c53cc4a78658bbd4c4d5d48d4b691a831", "47af704363dc97924750dcf78029654b0e03bfa65287ef87c67f82fe0da9648a", "5538a9fdf6d6910dec925cbb46af9db5e509df9132883368d0747d67a98d9122", "5fa82f33cba2e9f03474ec804601925c53f87bfef9fef0be6fc742a5740c4c7b", "73329548e276415a56852caab1f72eb87cf613dc84ba2fd65301f64e17ba45b0", "8c6b02bafc14d5fcbc9ecb2698249f15229f2dd3173cd98876813426c209a52f", "e6f70c9225d5b98ca5fef3e730a9d8e342212ed7fd04d022d8160e4c3282ba9a", "ea0c3747911e9bb802718d726b0eb36b94626bee3244b4fc72230f5315344a50"], "starter": {"cells": [{"cell_type": "code", "execution_count": null, "id": "form", "metadata": {"deletable": false, "editable": false, "jupyter": {"source_hidden": true}}, "outputs": [], "source": ["import workbench\n", "\n", "workbench.show.starting()"]}], "metadata": {"kernelspec": {"display_name": "Enquiry workbench", "language": "python", "name": "enquiry-workbench"}, "language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}, "words": {"again": "Show the form again", "gone": "Not saving: the part of JupyterLab that keeps your answers does not answer. What was saved is safe. Wait a moment; if this stays, press Kernel, then Restart Kernel.", "lost": "Not saving: this form lost its connection, so it takes no more answers. What was saved is safe. Press \u201cShow the form again\u201d.", "opening": "The form is opening. It can be typed in as soon as it appears below.", "tile": "New enquiry", "tile_caption": "Start an enquiry in this folder: give it a name and begin with the question", "tile_category": "Enquiry"}};

  let scope = null;

  /** Return a module that JupyterLab itself has loaded. */
  async function shared(name) {
    const versions = scope[name];
    if (!versions) throw new Error(`${NAME}: JupyterLab offers no ${name}`);
    const own = Object.values(versions).find((entry) => entry.loaded) ?? Object.values(versions)[0];
    return (await own.get())();
  }

  // ---------------------------------------------------------------- knowing our own notebooks

  const joined = (source) => (Array.isArray(source) ? source.join("") : source);

  /** Return the SHA-256 of a notebook's code cells, or "" where the browser has no crypto (plain http). */
  async function codeHash(notebook) {
    if (!globalThis.crypto?.subtle) return "";
    const code = notebook.cells.filter((cell) => cell.cell_type === "code").map((cell) => joined(cell.source));
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code.join("\n\u0000\n")));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** Return the notebook as it may be written to disk: no outputs, no counts, no widget state. */
  function bare(notebook) {
    const metadata = { ...notebook.metadata };
    delete metadata.widgets;
    const cells = notebook.cells.map((cell) => {
      if (cell.cell_type !== "code") return cell;
      const kept = { ...(cell.metadata ?? {}) };
      delete kept.execution;
      return { ...cell, metadata: kept, outputs: [], execution_count: null };
    });
    return { ...notebook, metadata, cells };
  }

  /** From here on this notebook is saved without outputs, and running it is no change worth a question. */
  function keepBare(model) {
    const toJSON = model.toJSON.bind(model);
    model.toJSON = () => bare(toJSON());
    model.toString = () => JSON.stringify(model.toJSON());
    // Only what is written in the cells counts as a change: Lab's own touches of the metadata do not.
    const content = () => JSON.stringify(model.toJSON().cells.map((cell) => [cell.cell_type, joined(cell.source)]));
    const before = content();
    model.stateChanged.connect((_, change) => {
      if (change.name === "dirty" && change.newValue && content() === before) model.dirty = false;
    });
  }

  // ---------------------------------------------------------------- one notebook

  class Keeper {
    constructor(panel, tools) {
      this.panel = panel;
      this.tools = tools;
      this.session = panel.sessionContext;
      this.suspect = new Set(); // model ids of widgets whose kernel went away
      this.alive = false;
      this.ours = false;
      this.asked = 0;
      this.banner = null;
    }

    async start() {
      const { panel, session } = this;
      await panel.context.ready;
      if (panel.isDisposed) return;
      this.ours = SHIPPED.hashes.includes(await codeHash(panel.context.model.toJSON()));
      if (this.ours) {
        panel.addClass("ew-shipped");
        keepBare(panel.context.model);
        if (!this.hasOutputs()) this.say(SHIPPED.words.opening, { calm: true });
      }
      this.shownIds().forEach((id) => this.suspect.add(id));
      const look = () => void this.look();
      session.statusChanged.connect(look);
      session.connectionStatusChanged.connect(look);
      session.kernelChanged.connect(look);
      panel.context.model.cells.changed.connect(() => this.paint());
      this.observer = new MutationObserver(() => this.paintSoon());
      this.observer.observe(panel.content.node, { childList: true, subtree: true });
      panel.node.addEventListener("click", (event) => this.follow(event), true);
      panel.disposed.connect(() => this.observer.disconnect());
      await session.ready;
      if (panel.isDisposed) return;
      await this.look();
      if (this.ours) await this.runOnce();
    }

    isAlive() {
      const kernel = this.session.session?.kernel;
      return Boolean(kernel) && kernel.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
    }

    /** Compare what is shown with what the kernel still knows; called at every change of the kernel. */
    async look() {
      if (this.panel.isDisposed) return;
      const asked = ++this.asked;
      const status = this.session.session?.kernel?.status;
      if (["restarting", "autorestarting", "dead", "terminating"].includes(status) || !this.session.session?.kernel) {
        this.shownIds().forEach((id) => this.suspect.add(id));
      }
      if (!this.isAlive()) {
        this.alive = false;
        this.paint();
        return;
      }
      if (!this.alive || this.suspect.size) {
        const heard = await this.heardIds();
        if (asked !== this.asked || this.panel.isDisposed) return;
        if (heard) {
          this.suspect.clear();
          this.shownIds().filter((id) => !heard.has(id)).forEach((id) => this.suspect.add(id));
          this.alive = true;
        }
      }
      this.paint();
      if (this.alive && this.ours && this.suspect.size) await this.runAgain();
    }

    /** Return the ids of the widgets that the kernel knows, or null when it does not answer. */
    async heardIds() {
      try {
        const reply = await this.session.session.kernel.requestCommInfo({ target_name: "jupyter.widget" });
        return new Set(Object.keys(reply.content.comms ?? {}));
      } catch {
        return null;
      }
    }

    codeCells() {
      return this.panel.content.widgets.filter((cell) => cell.model.type === "code");
    }

    idsOf(cell) {
      const outputs = cell.model.outputs;
      const ids = [];
      for (let index = 0; index < (outputs?.length ?? 0); index += 1) {
        const view = outputs.get(index).data?.[WIDGET];
        if (view?.model_id) ids.push(view.model_id);
      }
      return ids;
    }

    shownIds() {
      return this.codeCells().flatMap((cell) => this.idsOf(cell));
    }

    hasOutputs() {
      return this.codeCells().some((cell) => (cell.model.outputs?.length ?? 0) > 0);
    }

    paintSoon() {
      if (this.painting) return;
      this.painting = true;
      requestAnimationFrame(() => {
        this.painting = false;
        if (!this.panel.isDisposed) this.paint();
      });
    }

    /** Make forms inert or live, and show or take away the banner. */
    paint() {
      let silent = 0;
      for (const cell of this.codeCells()) {
        const ids = this.idsOf(cell);
        const deaf = ids.length > 0 && (!this.alive || ids.some((id) => this.suspect.has(id)));
        if (deaf) silent += 1;
        const area = cell.node.querySelector(".jp-Cell-outputWrapper");
        if (!area) continue;
        // Keys pressed on a form's buttons are the form's: Lab would take Enter, Space or d d for its own.
        if (ids.length) area.setAttribute("data-lm-suppress-shortcuts", "true");
        if (area.inert === deaf) continue;
        const held = deaf && area.contains(document.activeElement);
        area.inert = deaf;
        area.classList.toggle("ew-silent", deaf);
        if (held) this.moveFocus = true;
      }
      if (silent) {
        const words = this.alive ? SHIPPED.words.lost : SHIPPED.words.gone;
        this.say(words, { button: this.alive });
        if (this.moveFocus) this.banner?.node.querySelector(".ew-banner-words")?.focus();
      } else if (!this.ours || this.hasOutputs()) {
        this.say("");
      }
      this.moveFocus = false;
    }

    say(words, { calm = false, button = false } = {}) {
      const key = `${words}|${calm}|${button}`;
      if (this.said === key) return;
      this.said = key;
      this.banner?.dispose();
      this.banner = null;
      if (!words) return;
      const node = document.createElement("div");
      node.className = calm ? "ew-banner ew-calm" : "ew-banner";
      node.setAttribute("role", calm ? "status" : "alert");
      const text = document.createElement("span");
      text.className = "ew-banner-words";
      text.tabIndex = -1; // keys typed on into a silent form land here, where they do nothing
      text.textContent = words;
      node.append(text);
      if (button) {
        const again = document.createElement("button");
        again.type = "button";
        again.textContent = SHIPPED.words.again;
        again.addEventListener("click", () => void this.run());
        node.append(again);
      }
      this.banner = new this.tools.Widget({ node });
      this.panel.contentHeader.addWidget(this.banner);
    }

    /** Wait until the kernel is idle, then say whether it is. */
    async idle(milliseconds = 60000) {
      const end = Date.now() + milliseconds;
      while (Date.now() < end && !this.panel.isDisposed) {
        if (this.isAlive() && this.session.session.kernel.status === "idle") return true;
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    }

    /** Say whether this window is the one that runs a notebook which several windows share. */
    leads() {
      const awareness = this.panel.context.model.sharedModel.awareness;
      const clients = awareness ? [...awareness.getStates().keys()] : [];
      return clients.length < 2 || Math.min(...clients) === awareness.clientID;
    }

    async runOnce() {
      if (this.hasOutputs() && !this.suspect.size) return;
      if (!(await this.idle())) {
        this.say(SHIPPED.words.gone);
        return;
      }
      if (!this.leads() || (this.hasOutputs() && !this.suspect.size)) return;
      await this.run();
    }

    async runAgain() {
      if (this.running) return;
      this.running = true;
      try {
        // "Restart and run all" runs the cells itself: give it the time to begin.
        await new Promise((done) => setTimeout(done, 250));
        if (!(await this.idle()) || !this.leads()) return;
        if (this.suspect.size && this.shownIds().some((id) => this.suspect.has(id))) await this.run();
      } finally {
        this.running = false;
      }
    }

    async run() {
      const { content } = this.panel;
      const active = content.activeCellIndex;
      await this.tools.NotebookActions.runAll(content, this.session);
      if (this.ours) {
        content.activeCellIndex = Math.max(0, Math.min(active, content.widgets.length - 1));
        content.deselectAll();
        if (!this.scrolled) content.node.scrollTop = 0;
        this.scrolled = true;
      }
      await this.look();
      this.paint();
    }

    /** Return when the enquiry's record and marks were last saved, or "" where there is no enquiry. */
    async saved() {
      const folder = this.panel.context.path.split("/").slice(0, -1);
      const contents = this.tools.app.serviceManager.contents;
      const times = ["enquiry.json", "data"].map((name) =>
        contents.get([...folder, name].join("/"), { content: false }).then((model) => model.last_modified, () => ""),
      );
      return (await Promise.all(times)).join("|");
    }

    /** The notebook is no longer in front: what this form still had to save is saved within a second and a half. */
    leave() {
      if (!this.ours) return;
      clearTimeout(this.leaving);
      this.leaving = setTimeout(async () => {
        this.leaving = null;
        this.before = await this.saved();
      }, 1500);
    }

    /** The notebook is in front again: another step may have changed what its form shows. */
    async back() {
      clearTimeout(this.leaving);
      const before = this.before;
      this.before = null;
      if (!this.ours || !before || !this.alive || before === (await this.saved())) return;
      if (this.leads() && (await this.idle())) await this.run();
    }

    /** Open a file of this folder inside Lab when a link of a form asks for it. */
    follow(event) {
      const link = event.target.closest?.("[data-workbench-open]");
      if (!link || !this.panel.content.node.contains(link)) return;
      event.preventDefault();
      event.stopPropagation();
      const folder = this.panel.context.path.split("/").slice(0, -1);
      const parts = [...folder, ...link.getAttribute("data-workbench-open").split("/")];
      const path = [];
      for (const part of parts) {
        if (part === "..") path.pop();
        else if (part && part !== ".") path.push(part);
      }
      void this.tools.app.commands.execute("docmanager:open", { path: path.join("/") });
    }
  }

  // ---------------------------------------------------------------- the launcher tile

  /** Put the starter notebook into a folder, unless it is already there, and return its path. */
  async function placeStarter(app, folder) {
    const contents = app.serviceManager.contents;
    const wanted = await codeHash(SHIPPED.starter);
    for (let number = 1; number < 100; number += 1) {
      const name = number === 1 ? "New enquiry.ipynb" : `New enquiry ${number}.ipynb`;
      const path = folder ? `${folder}/${name}` : name;
      const there = await contents.get(path, { content: true, type: "notebook", format: "json" }).catch(() => null);
      if (there && (await codeHash(there.content)) !== wanted) continue;
      if (!there) await contents.save(path, { type: "notebook", format: "json", content: SHIPPED.starter });
      return path;
    }
    throw new Error(`${NAME}: no free name for the starter notebook`);
  }

  const ICON =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24">' +
    '<g fill="none" stroke="#1f5c99" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">' +
    '<path d="M5 3.5h10l4 4v13H5z"/><path d="M15 3.5v4h4"/><path d="M9.2 11.2a2.8 2.8 0 1 1 3.9 2.6c-.8.3-1.1.8-1.1 1.6"/>' +
    '</g><circle cx="12" cy="18" r="1.1" fill="#1f5c99"/></svg>';

  const STYLE = `
.ew-banner { display: flex; gap: 16px; align-items: center; padding: 6px 20px; min-height: 60px; box-sizing: border-box; overflow: auto; font-size: 14px; line-height: 1.45;
  background: #fff3d6; color: #4d3500; border-bottom: 1px solid #e3c37a; font-family: var(--jp-ui-font-family, sans-serif); }
.ew-banner.ew-calm { min-height: 40px; background: #eef4fa; color: #1d3f63; border-bottom-color: #c9dcef; }
.ew-banner-words { flex: 1; outline: none; white-space: normal; }
.ew-banner button { font: inherit; font-weight: 600; padding: 5px 14px; border: 1px solid #7a5600; border-radius: 4px;
  background: #fff; color: #4d3500; cursor: pointer; }
.ew-banner button:focus-visible { outline: 3px solid #1f5c99; outline-offset: 2px; }
.ew-silent { opacity: 0.5; filter: grayscale(1); }
.ew-shipped .jp-InputPrompt, .ew-shipped .jp-OutputPrompt { visibility: hidden; min-width: 8px; width: 8px; flex: 0 0 8px; }
/* The first thing in the launcher is what a teacher came for. */
.jp-Launcher-content { display: flex; flex-direction: column; }
.jp-Launcher-content > .jp-Launcher-section:has([title="${SHIPPED.words.tile_caption}"]) { order: -1; }
.ew-shipped .jp-Collapser { visibility: hidden; }
/* Lab lays a strip over the left 64 pixels of an output, where a click folds it: it must not lie over our boxes. */
.ew-shipped .jp-OutputArea-promptOverlay { display: none; }
/* No code to look at, and no cell to add below a form. The View menu still shows the code to whoever asks. */
.ew-shipped .jp-InputPlaceholder, .ew-shipped .jp-Notebook-footer { display: none; }
.ew-shipped .jp-OutputArea-output { padding-top: 0; }
`;

  async function makePlugin() {
    const [{ INotebookTracker, NotebookActions }, { ILauncher }, { LabIcon }, { Widget }] = await Promise.all([
      shared("@jupyterlab/notebook"),
      shared("@jupyterlab/launcher"),
      shared("@jupyterlab/ui-components"),
      shared("@lumino/widgets"),
    ]);
    return {
      id: `${NAME}:plugin`,
      description: "A launcher tile, forms that open with their notebook, and a watch on the kernel.",
      autoStart: true,
      requires: [INotebookTracker],
      optional: [ILauncher],
      activate: (app, tracker, launcher) => {
        const style = document.createElement("style");
        style.textContent = STYLE;
        document.head.append(style);
        const tools = { app, NotebookActions, Widget };
        const keepers = new WeakMap();
        const keep = (panel) => {
          const keeper = new Keeper(panel, tools);
          keepers.set(panel, keeper);
          void keeper.start();
        };
        app.shell.currentChanged?.connect((_, change) => {
          keepers.get(change.oldValue)?.leave();
          void keepers.get(change.newValue)?.back();
        });
        tracker.forEach(keep);
        tracker.widgetAdded.connect((_, panel) => keep(panel));

        const command = `${NAME}:new`;
        app.commands.addCommand(command, {
          label: SHIPPED.words.tile,
          caption: SHIPPED.words.tile_caption,
          icon: new LabIcon({ name: `${NAME}:enquiry`, svgstr: ICON }),
          execute: async (args) => {
            const path = await placeStarter(app, String(args.cwd ?? "").replace(/^\/+|\/+$/g, ""));
            return app.commands.execute("docmanager:open", { path });
          },
        });
        launcher?.add({ command, category: SHIPPED.words.tile_category, rank: 0 });
      },
    };
  }

  const container = {
    init: (given) => {
      scope = given;
    },
    get: async () => {
      const plugin = await makePlugin();
      return () => ({ __esModule: true, default: plugin });
    },
  };
  globalThis._JUPYTERLAB = globalThis._JUPYTERLAB ?? {};
  globalThis._JUPYTERLAB[NAME] = container;
})();
