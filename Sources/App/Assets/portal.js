// All the script there is. Everything works without it; what needs script is hidden until here.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = id => document.getElementById(id);
document.documentElement.classList.add("scripted");

// Copy buttons.
for (const button of all("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = byId(button.dataset.copy), say = button.parentElement.querySelector("[role=status]");
    try { await navigator.clipboard.writeText(field.value); } catch { field.select(); document.execCommand("copy"); }
    say.textContent = "";
    requestAnimationFrame(() => say.textContent = button.dataset.done);
    const title = button.querySelector("span"), before = title.textContent;
    if (before === button.dataset.done) return;
    title.textContent = button.dataset.done;
    setTimeout(() => title.textContent = before, 3000);
  });
}

// Onward to an identity provider that wants a form.
for (const form of all("form[data-departs]")) form.submit();

// The device's own share sheet.
for (const button of all("[data-share]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {}));
}

// A web address made from a name, until somebody writes one.
const slug = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 64);
for (const name of all("[data-proposes]")) {
  const field = byId(name.dataset.proposes);
  let free = !field.value || field.value === slug(name.value);
  field.addEventListener("input", () => free = !field.value);
  name.addEventListener("input", () => {
    if (free && !field.readOnly) field.value = slug(name.value), field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// The picture follows the form, and so does what the server says about it.
for (const preview of all("[data-preview]")) {
  const form = preview.closest("form");
  if (!form) continue;
  let wait, asked, last;
  const draw = said => {
    const query = new URLSearchParams();
    for (const key of ["shape", "colour", "symbol", "level", "slug"]) if (said.has(key)) query.set(key, said.get(key));
    if (!said.get("upload") && !said.get("picture_url")) for (const image of all("img", preview)) image.src = preview.dataset.preview + "?" + query;
  };
  const show = answer => {
    for (const part of all("[data-live]", answer)) {
      const old = byId(part.id), field = byId(part.dataset.fills);
      if (field && field.value === old.value) field.value = part.value;
      old.replaceWith(part);
    }
  };
  const follow = () => {
    const said = new FormData(form);
    for (const [name, value] of [...said]) if (value instanceof File) said.delete(name);
    said.set("preview", "live");
    const body = new URLSearchParams(said);
    if (String(body) === last) return;
    last = String(body);
    draw(said);
    if (!("live" in preview.dataset)) return;
    asked?.abort();
    asked = new XMLHttpRequest();
    asked.open("POST", form.action);
    asked.responseType = "document";
    asked.onload = () => asked.status === 200 && show(asked.response);
    asked.send(body);
  };
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => {
    clearTimeout(wait);
    wait = setTimeout(follow, 80);
  });
}

// A list that shrinks while one types.
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
for (const box of all("[data-filter]")) {
  const items = byId(box.dataset.filter)?.children ?? [];
  box.addEventListener("input", () => {
    for (const item of items) item.hidden = !fold(item.textContent).includes(fold(box.value.trim()));
  });
}

// Rows change places without a new page.
for (const list of all(".ordered")) {
  list.addEventListener("click", event => {
    const button = event.target.closest("[name=move]"), row = button?.closest(".ordered-row");
    if (!row) return;
    event.preventDefault();
    if (button.value.startsWith("up.")) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
  });
}

// A page about work that goes on looks again.
if (document.querySelector("[data-reload]")) setTimeout(() => location.reload(), 2000);

// "/" leads to the search.
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector("[data-slash]");
  if (box) event.preventDefault(), box.focus();
});

// A page that waits for something looks again; without script the page says so itself.
const reload = document.querySelector("meta[name=laurel-reload]");
if (reload) setTimeout(() => location.reload(), Number(reload.content));

// A file that is dropped anywhere on its card is taken.
for (const drop of all(".drop")) {
  const field = drop.querySelector("input[type=file]"), card = drop.closest(".card") ?? drop;
  for (const name of ["dragenter", "dragover"]) card.addEventListener(name, event => { event.preventDefault(); card.dataset.over = ""; });
  for (const name of ["dragleave", "drop"]) card.addEventListener(name, () => delete card.dataset.over);
  card.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}

// A second click on a button does not send the form again.
const rest = () => {
  for (const form of all("form[data-sent]")) delete form.dataset.sent;
  for (const button of all("button[aria-disabled]")) button.removeAttribute("aria-disabled");
};
addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (form.method !== "post") return;
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(rest, 5000);
});
addEventListener("pageshow", rest);
