// What a person would miss without it; every page works without this file.

// A question that depends on another answer appears at once: the form is asked anew, and becomes what came back. The law:
// a control that stays is the same element, so what was typed or chosen meanwhile, the focus and the caret stay with the
// person. The newest request wins, and a form that was sent changes no more.
let asking = null;

document.addEventListener("change", event => {
  const form = event.target.closest("form[data-bijwerken]");
  if (form && !form.dataset.verzonden && event.target.closest("[data-stuurt]")) askAnew(form);
});

async function askAnew(form) {
  asking?.abort();
  const own = asking = new AbortController();
  const answers = new FormData(form);
  answers.set("actie", "bijwerken");
  form.ariaBusy = "true";
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(answers), headers: { accept: "text/html" }, signal: own.signal });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("form[data-bijwerken]");
    if (fresh && !own.signal.aborted) become(form, fresh);
  } catch (failure) {
    // Overtaken by a newer answer or by sending the form; anything else is for the console, and the form stays as it is.
    if (!own.signal.aborted) throw failure;
  } finally {
    if (asking === own) form.ariaBusy = null;
  }
}

// Makes an element what a fresh one is, and keeps every part that both have where it is.
function become(old, fresh) {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name) && !ofThePerson.has(name)) old.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) if (!ofThePerson.has(name)) old.setAttribute(name, fresh.getAttribute(name));
  if (old.matches("textarea")) return;
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const same = sameAs(wanted, at);
    if (!same) {
      old.insertBefore(wanted, at);
      continue;
    }
    while (at !== same) at = removed(at);
    if (same.nodeType !== Node.ELEMENT_NODE) same.data = wanted.data;
    else become(same, wanted);
    at = same.nextSibling;
  }
  while (at) at = removed(at);
}

const ofThePerson = new Set(["value", "checked", "selected", "open"]);

// From here on, the node that stays; what has no name of its own is only looked for here.
function sameAs(wanted, at) {
  if (wanted.nodeType !== Node.ELEMENT_NODE) return at?.nodeType === wanted.nodeType ? at : null;
  const isSame = node => node?.nodeName === wanted.nodeName && keyOf(node) === keyOf(wanted);
  if (at?.nodeType === Node.TEXT_NODE) at = at.nextSibling;
  if (!keyOf(wanted)) return isSame(at) ? at : null;
  while (at && !isSame(at)) at = at.nextSibling;
  return at;
}

// Which part of the form it is: by its own id, or by the first control in it.
function keyOf(element) {
  const control = element.matches("[name], option") ? element : element.querySelector("[name]");
  return element.id || (control ? control.id || `${control.name}=${control.getAttribute("value")}` : "");
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.verzonden) event.preventDefault();
  form.dataset.verzonden = "ja";
  asking?.abort();
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-verzonden]").forEach(form => delete form.dataset.verzonden));

// What went wrong is read first.
document.querySelector(".error-summary")?.focus();

// A page that waits until the server can do its work again, and then goes on.
const waiting = document.querySelector("[data-wacht-op]");
if (waiting) setTimeout(lookAgain, 3000);

async function lookAgain() {
  const ready = await fetch(waiting.dataset.wachtOp).then(response => response.ok, () => false);
  if (ready) location.href = waiting.dataset.gaNaar;
  else setTimeout(lookAgain, 2000);
}
