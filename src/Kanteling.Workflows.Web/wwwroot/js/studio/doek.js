// Makes the page ready before Studio starts: its elements, Dutch dates, its short cuts, and where it may go to.
{
  const { tekening, run } = document.body.dataset;

  localStorage.setItem("BlazorCulture", "nl-NL");

  // Studio defines these in a script inside a page, which our policy does not allow.
  let onKey = null;
  window.editorHotkeys = {
    register(studio) {
      onKey = event => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
        event.preventDefault();
        studio.invokeMethodAsync(event.shiftKey ? "OnHotKeysCtrlShiftS" : "OnHotKeysCtrlS").catch(() => {});
      };
      addEventListener("keydown", onKey);
    },
    dispose() {
      removeEventListener("keydown", onKey);
    },
  };

  // Studio tells by an address that it wants to be elsewhere; the page around it goes there.
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const to = elsewhere(url);
    if (to) window.kanteling.tell({ soort: "naar", pad: to });
    else push(state, title, url);
  };

  function elsewhere(url) {
    const path = new URL(url ?? "", document.baseURI).pathname;
    const [, seen] = /\/workflows\/instances\/([^/]+)\/view$/.exec(path) ?? [];
    const [, drawn] = /\/workflows\/definitions\/([^/]+)\/edit$/.exec(path) ?? [];
    const there = seen ? `run/${seen}` : drawn ? `tekening/${drawn}` : null;
    return there && new URL(there, document.baseURI).pathname;
  }

  // The provider comes first: Studio reads from it where the server is.
  const provider = document.createElement("elsa-backend-provider");
  provider.setAttribute("remote-endpoint", new URL("../elsa/api", document.baseURI).href);
  const canvas = document.createElement(run ? "elsa-workflow-instance-viewer" : "elsa-workflow-definition-editor");
  canvas.setAttribute(run ? "instance-id" : "definition-id", run || tekening);
  canvas.className = "doek";
  document.body.prepend(provider, canvas);

  const waiting = document.getElementById("wacht");
  const coming = new MutationObserver(() => {
    if (!canvas.querySelector(".elsa-activity, .elsa-flowchart-diagram-designer-v2, .mud-alert")) return;
    coming.disconnect();
    waiting.remove();
    window.kanteling.tell({ soort: "klaar" });
  });
  coming.observe(canvas, { childList: true, subtree: true });

  // Tabs of what is not done here: trying one step alone, and how Elsa stores and logs things.
  const absent = new Set(["Test", "Proberen", "Commit", "Vastleggen", "Log"]);
  const asText = new Set(["Code View", "Als tekst"]);
  new MutationObserver(() => {
    for (const tab of document.querySelectorAll(".mud-tab:not([hidden])")) if (absent.has(tab.textContent.trim())) tab.hidden = true;
    // Studio stops when its text of a drawing is opened by who may not change it.
    const canChange = canvas.querySelector(".mud-switch-base") !== null;
    for (const tab of document.querySelectorAll(".mud-tab")) if (asText.has(tab.textContent.trim())) tab.hidden = !canChange;
    for (const row of document.querySelectorAll("tr:not([hidden])")) if (row.cells[0]?.textContent.trim() === "Structured Logs") row.hidden = true;
  }).observe(canvas, { childList: true, subtree: true });

  // Blazor shows this when it stopped.
  const fault = document.getElementById("blazor-error-ui");
  new MutationObserver(() => getComputedStyle(fault).display !== "none" && window.kanteling.tell({ soort: "stuk" })).observe(fault, { attributes: true });
}
