// The page around the canvas: says what Studio cannot say. A session that is over, a line that is down, what was kept and
// when, and findings that would be gone again with a message of three seconds.
{
  // Where the program begins: this file lies two folders below.
  const root = new URL("../../", document.currentScript.src).pathname;
  const frame = document.querySelector("[data-doek]");
  const state = document.querySelector("[data-doek-stand]");
  const news = document.querySelector("[data-doek-nieuws]");
  const name = document.querySelector("[data-doek-naam]");
  const time = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });

  const on = {
    naar: ({ pad }) => location.assign(pad),
    bewaard: ({ naam, versie, concept }) => {
      state.textContent = `Bewaard om ${time.format(new Date()).replace(":", ".")} uur`;
      if (naam) name.textContent = naam;
      if (concept) badge(`Concept van versie ${versie}`, "today");
      if (news.dataset.soort === "geweigerd") clear();
    },
    geweigerd: ({ code, zin, zinnen }) => code === "WACHT_OP_AKKOORD"
      ? offered(zinnen.length ? zinnen : [zin])
      : show("geweigerd", "danger", zinnen.length > 1 ? `Dit kan nog niet: ${zinnen.length} dingen kloppen niet` : "Dit kan nog niet", zinnen.length ? zinnen : [zin ?? "De server weigerde dit."], away()),
    sessie: () => show("sessie", "warning", "Uw sessie is afgelopen", ["Wat u tekende, is nog hier en gaat niet verloren. Meld u opnieuw aan in een nieuw tabblad, kom terug, en ga verder."], signIn(), again()),
    verbinding: ({ weg }) => weg
      ? show("verbinding", "warning", "Er is geen verbinding met de server", ["U kunt blijven tekenen. Wat u tekent, wordt bewaard zodra de verbinding er weer is."])
      : news.dataset.soort === "verbinding" && clear(),
  };

  addEventListener("message", event => {
    if (event.origin !== location.origin || event.source !== frame.contentWindow) return;
    on[event.data?.doek?.soort]?.(event.data.doek);
  });

  // Whoever comes back to this tab has probably signed in again in the other.
  document.addEventListener("visibilitychange", () => !document.hidden && news.dataset.soort === "sessie" && goOn());

  function goOn() {
    clear();
    frame.contentWindow.postMessage({ schil: "verder" }, location.origin);
  }

  function show(soort, near, heading, sentences, ...actions) {
    news.dataset.soort = soort;
    const box = make("div", { className: `alert alert--${near}`, role: near === "success" ? "status" : "alert" });
    box.append(make("h2", { textContent: heading }));
    if (sentences.length === 1) box.append(make("p", { textContent: sentences[0] }));
    else box.append(list(sentences));
    if (actions.length) {
      const row = make("div", { className: "cluster" });
      row.append(...actions);
      box.append(row);
    }
    news.replaceChildren(box);
    news.hidden = false;
  }

  function clear() {
    news.hidden = true;
    news.dataset.soort = "";
    news.replaceChildren();
  }

  function list(sentences) {
    const found = make("ul");
    found.append(...sentences.map(textContent => make("li", { textContent })));
    return found;
  }

  function badge(text, near) {
    const label = document.querySelector("[data-doek-label]");
    if (label) Object.assign(label, { textContent: text, className: `badge badge--${near}` });
  }

  function offered(sentences) {
    badge(document.querySelector("[data-doek-label]")?.textContent.replace("Concept van versie", "Wacht op akkoord: versie") ?? "", "week");
    show("aangeboden", "success", "Aangeboden voor akkoord", sentences, link("Naar de lijst van tekeningen", root + "studio"), away());
  }

  const link = (textContent, href) => make("a", { textContent, href });
  const signIn = () => make("a", { className: "button button--small", textContent: "Meld u opnieuw aan", href: root + "aanmelden?terug=/studio/weer-aangemeld", target: "_blank" });
  const again = () => press("Ga verder", goOn);
  const away = () => press("Sluit deze melding", clear);

  function press(textContent, what) {
    const button = make("button", { type: "button", className: "button button--secondary button--small", textContent });
    button.addEventListener("click", what);
    return button;
  }

  const make = (tag, own = {}) => Object.assign(document.createElement(tag), own);
}
