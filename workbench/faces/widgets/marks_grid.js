// A sheet of marks: type, move with the keys, paste a block. Each cell is saved when it is left.
//
// Pupils' names arrive and stay as messages, never as traits, so they cannot end up in a notebook file.
// An edit that the kernel does not acknowledge is shown as not saved; a sheet whose kernel is gone takes no more.
const PAUSE = 1000; // milliseconds after the last key before a cell is saved though it was not left
const PATIENCE = 4000; // milliseconds without an answer before an edit is shown as not saved

function parse(block) {
  const lines = block.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  return lines.map((line) => line.split("\t").map((cell) => cell.trim()));
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

class Sheet {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.words = model.get("words");
    this.columns = model.get("columns");
    this.names = {};
    this.order = model.get("rows");
    this.inputs = new Map(); // "pupil|column" -> input
    this.notes = new Map();
    this.sent = new Map(); // "pupil|column" -> what was last sent
    this.waiting = new Map(); // sequence -> {cells, since}
    this.sequence = 0;
    this.live = true;
  }

  key(row, column) {
    return `${row}|${column}`;
  }

  draw() {
    this.el.replaceChildren();
    this.inputs.clear();
    this.notes.clear();
    const frame = document.createElement("div");
    frame.className = "ew-grid";
    this.status = document.createElement("div");
    this.status.className = "ew-grid-status";
    this.status.setAttribute("role", "status");
    this.status.setAttribute("aria-live", "polite");
    const table = document.createElement("table");
    table.setAttribute("aria-label", this.words.title);
    table.append(this.head(), this.body());
    frame.append(table, this.status);
    this.el.append(frame);
    this.showAll();
    this.say(this.words.hint, "hint");
  }

  head() {
    const head = document.createElement("thead");
    const row = head.insertRow();
    for (const [text, hint] of [[this.words.pupil, ""], ...this.columns.map((column) => [column.label, column.hint])]) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = text;
      if (hint) {
        const small = document.createElement("small");
        small.textContent = hint;
        cell.append(document.createElement("br"), small);
      }
      row.append(cell);
    }
    return head;
  }

  body() {
    const body = document.createElement("tbody");
    this.order.forEach((pupil, index) => {
      const row = body.insertRow();
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = this.names[pupil] ?? pupil;
      if (this.names[pupil]) {
        const code = document.createElement("small");
        code.textContent = pupil;
        name.append(code);
      }
      row.append(name);
      this.columns.forEach((column, at) => row.insertCell().append(...this.cell(pupil, column, index, at)));
    });
    return body;
  }

  cell(pupil, column, index, at) {
    const input = document.createElement("input");
    const key = this.key(pupil, column.id);
    if (column.kind === "tick") return this.tick(input, pupil, column);
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.inputMode = "decimal";
    input.disabled = !this.live;
    input.setAttribute("aria-label", `${this.names[pupil] ?? pupil}, ${column.label}`);
    const note = document.createElement("div");
    note.className = "ew-grid-note";
    note.id = `${this.uid ?? (this.uid = `ew${Math.random().toString(36).slice(2)}`)}-${index}-${at}`;
    input.setAttribute("aria-describedby", note.id);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => this.leave(key));
    input.addEventListener("input", () => {
      clearTimeout(this.pause);
      input.classList.remove("ew-wrong");
      this.pause = setTimeout(() => this.leave(key), PAUSE);
    });
    input.addEventListener("keydown", (event) => this.move(event, index, at));
    input.addEventListener("paste", (event) => this.paste(event, index, at));
    this.inputs.set(key, input);
    this.notes.set(key, note);
    return [input, note];
  }

  tick(input, pupil, column) {
    const key = this.key(pupil, column.id);
    input.type = "checkbox";
    input.disabled = !this.live;
    input.setAttribute("aria-label", `${this.names[pupil] ?? pupil}, ${column.label}`);
    input.addEventListener("change", () => this.send([[pupil, column.id, input.checked ? "yes" : ""]]));
    this.inputs.set(key, input);
    return [input];
  }

  /** Put a text into a cell, which for a tick is "yes" or nothing. */
  put(input, text) {
    if (input.type === "checkbox") input.checked = Boolean(text);
    else input.value = text;
  }

  at(index, column) {
    const pupil = this.order[index];
    const where = this.columns[column];
    return pupil !== undefined && where ? this.inputs.get(this.key(pupil, where.id)) : undefined;
  }

  move(event, index, column) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const input = event.target;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const atStart = whole || (input.selectionStart === 0 && input.selectionEnd === 0);
    const atEnd = whole || (input.selectionStart === input.value.length && input.selectionEnd === input.value.length);
    let to;
    if (event.key === "Enter") to = this.at(index + (event.shiftKey ? -1 : 1), column);
    else if (event.key === "ArrowDown") to = this.at(index + 1, column);
    else if (event.key === "ArrowUp") to = this.at(index - 1, column);
    else if (event.key === "ArrowRight" && !event.shiftKey && atEnd) to = this.at(index, column + 1);
    else if (event.key === "ArrowLeft" && !event.shiftKey && atStart) to = this.at(index, column - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (to) to.focus();
    else if (event.key === "Enter") this.leave([...this.inputs].find(([, own]) => own === input)[0]);
  }

  paste(event, index, column) {
    let block = parse(event.clipboardData?.getData("text/plain") ?? "");
    if (block.length === 1 && block[0].length === 1) return;
    event.preventDefault();
    event.stopPropagation();
    const marks = this.columns.filter((own) => own.kind !== "tick").length;
    const room = { rows: this.order.length - index, columns: marks - column };
    if (block.length > 1 && this.model.get("needs_names") && !Object.keys(this.names).length) {
      this.refuse(event.target, this.words.unlock_first);
      return;
    }
    const names = block.length > 1 ? this.namesIn(block, index) : {};
    if (names.row) {
      this.refuse(event.target, fill(this.words.other_names, { row: names.row }));
      return;
    }
    if (names.columns) block = block.map((line) => line.slice(names.columns));
    const wide = Math.max(...block.map((line) => line.length));
    if (block.length > room.rows || wide > room.columns) {
      const counts = { rows: block.length, columns: wide, room_rows: room.rows, room_columns: room.columns };
      this.refuse(event.target, fill(this.words.no_room, counts));
      return;
    }
    const edits = [];
    block.forEach((line, down) =>
      line.forEach((text, right) => {
        this.at(index + down, column + right).value = text;
        edits.push([this.order[index + down], this.columns[column + right].id, text]);
      }),
    );
    this.send(edits);
  }

  /**
   * Look for names before the marks, in one column or two: how many columns they take when they are those beside the rows
   * in the same order, and the first row that differs when they are not. Names stay in the browser.
   */
  namesIn(block, index) {
    const plain = (text) => (text ?? "").normalize("NFC").toLowerCase().split(/[\s,]+/).filter(Boolean).sort().join(" ");
    const beside = block.map((_, down) => plain(this.names[this.order[index + down]]));
    const differs = (columns) => block.findIndex((line, down) => plain(line.slice(0, columns).join(" ")) !== beside[down]);
    for (const columns of [1, 2]) if (differs(columns) < 0) return { columns };
    const wordy = block.filter((line) => /^\p{L}[\p{L}\s,.'’-]+$/u.test(line[0])).length;
    return wordy > block.length / 2 ? { row: Math.max(differs(1), differs(2)) + 1 } : {};
  }

  /** Say why nothing was pasted: below the sheet, and beside the cell, where the eyes are. */
  refuse(input, words) {
    this.say(words, "wrong");
    const note = document.getElementById(input.getAttribute("aria-describedby"));
    note.textContent = words;
    input.addEventListener("blur", () => note.textContent === words && (note.textContent = ""), { once: true });
  }

  leave(key) {
    clearTimeout(this.pause);
    const input = this.inputs.get(key);
    if (!input || input.value === (this.sent.get(key) ?? "")) return;
    const [pupil, column] = key.split("|");
    this.send([[pupil, column, input.value]]);
  }

  send(edits) {
    if (!this.live) return;
    const sequence = ++this.sequence;
    for (const [pupil, column, text] of edits) this.sent.set(this.key(pupil, column), text);
    this.waiting.set(sequence, edits.map(([pupil, column]) => this.key(pupil, column)));
    this.say(this.words.saving, "hint");
    this.model.send({ kind: "edit", sequence, edits });
    setTimeout(() => this.impatient(sequence), PATIENCE);
  }

  impatient(sequence) {
    if (!this.waiting.has(sequence)) return;
    for (const key of this.waiting.get(sequence)) this.inputs.get(key)?.classList.add("ew-unsaved");
    this.say(this.words.not_saved, "wrong");
  }

  receive(message) {
    if (message.kind === "names") {
      this.names = message.names;
      this.order = message.order.length ? message.order : this.model.get("rows");
      this.redraw();
    } else if (message.kind === "saved") {
      const keys = this.waiting.get(message.sequence) ?? [];
      this.waiting.delete(message.sequence);
      for (const key of keys) this.inputs.get(key)?.classList.remove("ew-unsaved");
      for (const [pupil, column, text, note] of message.cells) {
        // What is being typed right now is newer than the answer.
        const input = this.inputs.get(this.key(pupil, column));
        if (input && (document.activeElement !== input || input.type === "checkbox")) this.put(input, text);
        this.sent.set(this.key(pupil, column), input && document.activeElement === input ? input.value : text);
        this.note(this.key(pupil, column), note);
      }
      if (!this.waiting.size) this.say(message.words, message.kept ? "kept" : "wrong");
    }
  }

  redraw() {
    const typed = new Map([...this.inputs].map(([key, input]) => [key, input.type === "checkbox" ? (input.checked ? "yes" : "") : input.value]));
    const notes = new Map([...this.notes].map(([key, note]) => [key, note.textContent]));
    const focus = [...this.inputs].find(([, input]) => input === document.activeElement)?.[0];
    this.draw();
    for (const [key, text] of typed) if (this.inputs.has(key)) this.put(this.inputs.get(key), text);
    for (const [key, note] of notes) if (this.notes.has(key)) this.note(key, note);
    if (focus) this.inputs.get(focus)?.focus();
  }

  showAll() {
    for (const [pupil, column, text, note] of this.model.get("cells")) {
      const key = this.key(pupil, column);
      if (!this.inputs.has(key)) continue;
      if (!this.sent.has(key)) {
        this.put(this.inputs.get(key), text);
        this.sent.set(key, text);
      }
      this.note(key, note);
    }
  }

  note(key, words) {
    const note = this.notes.get(key);
    if (!note) return;
    note.textContent = words;
    this.inputs.get(key).classList.toggle("ew-wrong", Boolean(words));
    this.inputs.get(key).setAttribute("aria-invalid", words ? "true" : "false");
  }

  say(words, kind) {
    this.status.textContent = words;
    this.status.className = `ew-grid-status ew-${kind}`;
  }

  stop() {
    this.live = false;
    for (const input of this.inputs.values()) input.disabled = true;
    this.say(this.words.gone, "wrong");
  }
}

export default {
  render({ model, el }) {
    const sheet = new Sheet(model, el);
    sheet.draw();
    const receive = (message) => sheet.receive(message);
    const stop = () => sheet.stop();
    model.on("msg:custom", receive);
    model.on("comm_live_update", stop);
    model.on("comm:close", stop);
    model.send({ kind: "ready" });
    return () => {
      model.off("msg:custom", receive);
      model.off("comm_live_update", stop);
      model.off("comm:close", stop);
    };
  },
};
