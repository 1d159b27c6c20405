// Boxes whose contents must never be kept in a notebook: names, passphrases, a school's file.
// They go to the kernel as one message when the button is pressed, and are emptied when they were taken.
function render({ model, el }) {
  const frame = document.createElement("form");
  frame.className = "ew-private";
  frame.autocomplete = "off";
  const id = `ew${Math.random().toString(36).slice(2)}`;
  const inputs = new Map();
  for (const field of model.get("fields")) {
    const box = document.createElement("div");
    box.className = field.kind === "tick" ? "ew-field ew-private-tick" : "ew-field";
    const label = document.createElement("label");
    label.htmlFor = `${id}-${field.id}`;
    label.textContent = field.label;
    const input = document.createElement(field.kind === "lines" ? "textarea" : "input");
    if (field.kind !== "lines") input.type = { secret: "password", file: "file", tick: "checkbox" }[field.kind] ?? "text";
    if (field.kind === "file") input.accept = ".xlsx,.xls,.ods,.csv";
    if (field.kind === "secret") input.autocomplete = "new-password";
    if (field.kind === "lines") input.rows = 8;
    input.id = label.htmlFor;
    input.spellcheck = false;
    input.setAttribute("aria-describedby", `${id}-${field.id}-help`);
    const help = document.createElement("div");
    help.className = "ew-help";
    help.id = `${id}-${field.id}-help`;
    help.textContent = field.help;
    if (field.kind === "tick") box.append(input, label, help);
    else box.append(label, input, help);
    frame.append(box);
    inputs.set(field.id, input);
  }
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "jupyter-button mod-primary";
  button.textContent = model.get("button");
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  frame.append(button, status);
  el.replaceChildren(frame);

  const say = (words, kind) => {
    status.textContent = words;
    status.className = words ? kind : "";
  };
  const shut = (off) => {
    for (const input of inputs.values()) input.disabled = off;
    button.disabled = off;
  };
  let waiting = 0;
  frame.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const values = {};
    const buffers = [];
    for (const [name, input] of inputs) {
      if (input.type === "file") {
        for (const file of input.files) {
          values[name] = file.name;
          buffers.push(await file.arrayBuffer());
        }
      } else values[name] = input.type === "checkbox" ? input.checked : input.value;
    }
    say(model.get("busy"), "ew-help");
    button.disabled = true;
    waiting = setTimeout(() => {
      button.disabled = false;
      say(model.get("unheard"), "ew-message");
    }, 20000);
    model.send({ kind: "send", values }, undefined, buffers);
  });
  const receive = (message) => {
    if (message.kind !== "answer") return;
    clearTimeout(waiting);
    button.disabled = false;
    say(message.words, message.taken ? "ew-good" : "ew-message");
    if (message.taken) frame.reset();
  };
  const stop = () => {
    clearTimeout(waiting);
    shut(true);
    say(model.get("gone"), "ew-message");
  };
  model.on("msg:custom", receive);
  model.on("comm_live_update", stop);
  model.on("comm:close", stop);
  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", receive);
    model.off("comm_live_update", stop);
    model.off("comm:close", stop);
  };
}
export default { render };
