// What a person would miss without it; every page works without this file.

// A question that depends on another answer appears at once: the form is asked anew, and the focus stays where it was.
document.addEventListener("change", async event => {
  const form = event.target.closest("form[data-bijwerken]");
  if (!form || !event.target.closest("[data-stuurt]")) return;
  const answers = new FormData(form);
  answers.set("actie", "bijwerken");
  const focused = document.activeElement?.id;
  const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(answers), headers: { accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("form[data-bijwerken]");
  if (!fresh) return;
  form.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
});

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.verzonden) event.preventDefault();
  form.dataset.verzonden = "ja";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-verzonden]").forEach(form => delete form.dataset.verzonden));

// What went wrong is read first.
document.querySelector(".error-summary")?.focus();
