// What goes between the canvas and the server. The law of this file: Studio shows a dead canvas at almost every answer that
// it did not expect, so what passes by itself is waited for here: a line that is down, and a session that is over. The
// request stays where it is, is sent again, and Studio sees only the answer. The page around the canvas says what we wait for.
{
  const plain = window.fetch.bind(window);
  const api = new URL("../elsa/api/", document.baseURI).pathname;
  const away = new Set([502, 503, 504]);
  const unanswered = new Map();
  let held = 0;
  let isLineDown = false;

  const tell = what => window.parent !== window && window.parent.postMessage({ doek: what }, location.origin);
  window.kanteling = { tell };

  window.fetch = (ask, settings) => {
    const url = new URL(ask instanceof Request ? ask.url : ask, document.baseURI);
    return url.origin === location.origin && url.pathname.startsWith(api) && !(ask instanceof Request) ? deliver(url, settings ?? {}) : plain(ask, settings);
  };

  async function deliver(url, settings) {
    const isSave = settings.method === "POST" && url.pathname === api + "workflow-definitions";
    const key = isAct(settings.method) ? keyFor(url.href, settings.body) : null;
    const answer = await answered(url, { ...settings, signal: isSave ? undefined : settings.signal, headers: key ? withKey(settings.headers, key) : settings.headers });
    if (answer.status < 500) forget(key);
    if (isSave) await report(answer.clone());
    return answer;
  }

  // Asks until there is an answer that says something. A save is not given up when Studio no longer waits for it.
  async function answered(url, settings) {
    for (;;) {
      const answer = await plain(url, settings).catch(failure => failure);
      if (settings.signal?.aborted) throw answer instanceof Error ? answer : new DOMException("aborted", "AbortError");
      if (answer instanceof Error || away.has(answer.status)) await line();
      else if (answer.status === 401) await session();
      else return lineIsBack(answer);
    }
  }

  function lineIsBack(answer) {
    if (isLineDown) tell({ soort: "verbinding", weg: isLineDown = false });
    return answer;
  }

  function line() {
    if (!isLineDown) tell({ soort: "verbinding", weg: isLineDown = true });
    return new Promise(again => {
      const timer = setTimeout(again, 2500);
      addEventListener("online", () => { clearTimeout(timer); again(); }, { once: true });
    });
  }

  function session() {
    if (held++ === 0) tell({ soort: "sessie" });
    return new Promise(again => addEventListener("verder", () => { held = 0; again(); }, { once: true }));
  }

  // The page around the canvas says when somebody signed in again.
  addEventListener("message", event => {
    if (event.origin === location.origin && event.source === window.parent && event.data?.schil === "verder") dispatchEvent(new Event("verder"));
  });

  const isAct = method => method === "POST" || method === "DELETE" || method === "PUT";

  // The same body is the same act for as long as nobody answered it; after that it is a new one.
  function keyFor(address, body) {
    const text = address + "\n" + (body == null || typeof body === "string" ? body ?? "" : body instanceof Uint8Array ? new TextDecoder().decode(body) : "");
    const known = [...unanswered].find(([, sent]) => sent === text)?.[0];
    const key = known ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
    unanswered.set(key, text);
    return key;
  }

  const forget = key => key && unanswered.delete(key);

  function withKey(headers, key) {
    const own = new Headers(headers);
    own.set("Idempotency-Key", key);
    return own;
  }

  async function report(answer) {
    const body = await answer.json().catch(() => null);
    if (answer.ok) tell({ soort: "bewaard", naam: body?.workflowDefinition?.name, versie: body?.workflowDefinition?.version, concept: !body?.workflowDefinition?.isPublished });
    else tell({ soort: "geweigerd", code: body?.code, zin: body?.message, zinnen: body?.errors?.generalErrors ?? [] });
  }
}
