// Dutch for the texts of Studio itself, which has none. The law of this file: only a text that is exactly one of these is
// replaced, and never what somebody made: no field, no editor, and nothing on the canvas.
{
  const dutch = {
    // Tabs and panels
    "Activities": "Stappen", "Code View": "Als tekst", "Properties": "Eigenschappen", "Variables": "Variabelen", "Input/Output": "Invoer en uitvoer", "Input/output": "Invoer en uitvoer",
    "Version history": "Versies", "Input": "Invoer", "Output": "Uitvoer", "Common": "Algemeen", "Version": "Versie", "Test": "Proberen", "Task": "Taak", "Commit Strategy": "Vastleggen",
    "Log Persistence": "Journaal", "Journal": "Journaal", "Details": "Bijzonderheden", "Incidents": "Incidenten", "Workflow": "Werkstroom", "Workflow instance": "Verloop", "Workflow State": "Toestand",
    "Activity": "Stap", "Activity State": "Toestand", "Call stack": "Hoe het hier kwam", "Activity Call Stack": "Hoe het hier kwam", "Executions": "Keren", "Retries": "Pogingen", "Resilience": "Opnieuw proberen",
    "Sub-Workflow": "Werkstroom hierin", "Sub-Workflow Inputs": "Invoer van de werkstroom hierin", "Sub-Workflow Outputs": "Uitvoer van de werkstroom hierin",
    // Toolbar and menus
    "Search": "Zoek", "Auto-save": "Vanzelf bewaren", "Save": "Bewaar", "Save As": "Bewaar als", "Publish": "Bied aan voor akkoord", "Unpublish": "Trek in", "Export": "Exporteer", "Import": "Importeer",
    "Run": "Probeer", "Run workflow": "Probeer de werkstroom", "Run Workflow": "Probeer de werkstroom", "Zoom to fit": "Alles in beeld", "Zoom to fit the screen": "Alles in beeld", "Center": "Midden in beeld", "Auto layout": "Schik vanzelf",
    "Edit": "Bewerk", "View": "Bekijk", "Delete": "Verwijder", "Duplicate": "Maak een kopie", "Copy": "Kopieer", "Paste": "Plak", "Cut": "Knip", "Cancel": "Annuleer", "Close": "Sluit", "Open": "Open", "Add": "Voeg toe", "Replace": "Vervang",
    "Refresh": "Ververs", "Rollback to this version": "Maak hiervan een concept", "Apply": "Pas toe", "Yes": "Ja", "No": "Nee", "Clear": "Wis", "Actions": "Acties", "Bulk actions": "Met de gekozen versies", "More": "Meer", "Undo": "Ongedaan maken", "Redo": "Opnieuw",
    "Publish the workflow": "Bied de werkstroom aan voor akkoord", "Publish workflow": "Bied aan voor akkoord", "Unpublish the current workflow": "Trek de werkstroom in", "Export the current workflow as a JSON file": "Exporteer als bestand",
    "Save the workflow": "Bewaar de werkstroom", "Save workflow": "Bewaar de werkstroom", "Run the workflow": "Probeer de werkstroom", "Collapse All": "Alles dicht", "Expand All": "Alles open", "Export this version as a JSON file.": "Exporteer deze versie als bestand.",
    "Edit Workflow Definition": "Naar de tekening", "View definition": "Bekijk de tekening", "Edit input": "Wijzig invoer", "Edit output": "Wijzig uitvoer", "Edit variable": "Wijzig variabele",
    "Add variable": "Variabele toevoegen", "Add input": "Invoer toevoegen", "Add output": "Uitvoer toevoegen", "Create variable": "Nieuwe variabele", "Create input": "Nieuwe invoer", "Create output": "Nieuwe uitvoer", "Add outcomes": "Uitkomsten toevoegen",
    // Properties
    "Metadata": "Over de werkstroom", "Name": "Naam", "Description": "Omschrijving", "Settings": "Instellingen", "Information": "Kenmerken", "Info": "Kenmerken", "Outcomes": "Uitkomsten", "Outputs": "Uitvoer", "Inputs": "Invoer",
    "The name of the workflow.": "Hoe de werkstroom heet.", "A brief description of the workflow.": "Waar de werkstroom voor is, in een paar zinnen.",
    "Activation strategy": "Wanneer hij mag beginnen", "Incident handling strategy": "Als een stap niet verder kan", "Incident Strategy": "Als een stap niet verder kan", "Log Persistence Strategy": "Wat het journaal bewaart",
    "Select the log persistence strategy to use for activity properties of this workflow.": "Wat er van de stappen in het journaal komt.", "Enter a list of possible outcomes for this workflow.": "Hoe deze werkstroom kan eindigen.",
    "The commit strategy to use that controls when the workflow state should be committed.": "Wanneer de toestand wordt vastgelegd.", "Default": "Gewoon", "Inherit": "Zoals de werkstroom", "None": "Geen", "Include": "Wel", "Exclude": "Niet",
    "Usable as activity": "Te gebruiken als stap", "Allow this workflow to be used as an activity.": "Andere werkstromen mogen deze als één stap gebruiken.", "Auto-update referencing workflows": "Werkstromen die deze gebruiken, gaan vanzelf mee", "Category": "Groep",
    "A custom activity category to assign this workflow-as-an-activity to.": "Onder welke groep deze werkstroom als stap staat.", "Readonly": "Alleen lezen", "Definition ID": "Kenmerk", "Definition version ID": "Kenmerk van de versie", "Version ID": "Kenmerk van de versie", "Status": "Stand", "Sub status": "Waar het staat", "Published": "Gepubliceerd", "Draft": "Concept", "Published version": "Gepubliceerde versie", "Latest version": "Nieuwste versie",
    "Created": "Gemaakt", "Updated": "Gewijzigd", "Finished": "Klaar", "Completed": "Klaar", "Started": "Begonnen", "Running": "Loopt", "Suspended": "Wacht", "Executing": "Bezig", "Faulted": "Vastgelopen", "Cancelled": "Gestopt", "Pending": "Nog niet begonnen", "Resumed": "Ging verder", "Timestamp": "Wanneer", "Duration": "Duur", "Time": "Tijd", "Event": "Gebeurtenis", "Outcome": "Uitkomst", "Message": "Bericht", "Current": "Nu", "Version ": "Versie ",
    "Definition": "Tekening", "Definition version": "Versie", "Instance ID": "Kenmerk", "Correlation ID": "Hoort bij", "Incident": "Incident", "No incidents": "Geen incidenten", "Definition Version": "Versie", "Activity ID": "Kenmerk van de stap", "Activity Type": "Soort stap", "Node ID": "Plaats", "Activity Instance ID": "Kenmerk van de keer",
    // A step
    "Display text": "Naam op het doek", "The text to display in the designer.": "Zo heet de stap op het doek.", "A description of this activity to be displayed in the designer.": "Een toelichting bij deze stap.", "Show description": "Toon de toelichting", "Whether to show the description in the designer.": "Zet de toelichting op het doek.",
    "The name of the activity. Named activities can be referenced by other activities.": "De korte naam. Andere stappen kunnen hiernaar verwijzen.", "ID": "Kenmerk", "Type": "Soort", "Trigger": "Begin", "When checked, this activity can trigger this workflow.": "De werkstroom kan hiermee beginnen.", "When checked, this activity is the start of this workflow.": "De werkstroom begint hier.", "Start of workflow": "Begin van de werkstroom", "Starting point": "Beginpunt",
    "Merge Mode": "Als wegen samenkomen", "Stream": "Laat alles door", "Race": "De eerste gaat door", "Converge": "Wacht op allemaal", "Trigger workflow": "De werkstroom begint hier", "Run Asynchronously": "Op de achtergrond",
    "This activity does not have any input properties.": "Bij deze stap hoeft u niets in te vullen.", "This activity does not have any output properties.": "Deze stap geeft niets door.", "This activity does not have any common properties.": "Bij deze stap is hier niets in te stellen.", "This activity does not have a commit strategy.": "Bij deze stap is hier niets in te stellen.",
    "Value": "Waarde", "Default value": "Waarde vooraf", "Default Value": "Waarde vooraf", "Display name": "Naam voor mensen", "Storage": "Waar het blijft", "Is array": "Lijst", "Required": "Verplicht", "UI Hint": "Soort veld", "Values": "Waarden", "Condition": "Voorwaarde", "Label": "Naam",
    "The name of the variable.": "Hoe de variabele heet.", "Check this option if the variable holds an array of the selected type.": "Zet aan als de variabele een lijst is.", "There are currently no inputs defined.": "Er is nog geen invoer.", "There are currently no outputs defined.": "Er is nog geen uitvoer.", "There are currently no variables defined.": "Er zijn nog geen variabelen.", "No variables": "Geen variabelen", "No inputs": "Geen invoer", "No outputs": "Geen uitvoer",
    // Journal
    "Input Properties": "Invoer", "Output Properties": "Uitvoer", "No output was recorded.": "Er is geen uitvoer vastgelegd.", "No state was recorded.": "Er is geen toestand vastgelegd.", "No outcomes were recorded.": "Er is geen uitkomst vastgelegd.", "No output associated with this execution.": "Bij deze keer hoort geen uitvoer.", "No outcomes associated with this execution.": "Bij deze keer hoort geen uitkomst.", "No state associated with this execution.": "Bij deze keer hoort geen toestand.", "No execution selected.": "Er is geen keer gekozen.", "Select an activity execution to view its call stack.": "Kies een keer om te zien hoe het hier kwam.", "No call stack entries found for the selected activity.": "Hierover is niets vastgelegd.",
    "Show incidents": "Toon incidenten", "Show relative time": "Toon hoe lang geleden", "Show accumulated time": "Toon de verstreken tijd", "Show events scoped to current container": "Toon alleen wat hier gebeurde", "Enable Polling": "Vanzelf verversen", "Pause Polling": "Niet vanzelf verversen", "Showing all events": "Alles staat erbij", "Showing incidents": "Alleen incidenten",
    // What it says
    "Workflow saved": "Bewaard", "Workflow published": "Gepubliceerd", "Workflow retracted": "Ingetrokken", "Workflow unpublished": "Ingetrokken", "Successfully started workflow": "De proef is begonnen", "The workflow cannot be started": "De werkstroom kan niet beginnen", "Loading": "Even geduld", "Loading...": "Even geduld…", "Unknown": "Onbekend",
    "You are running in read-only mode. Workflow operations are disabled": "U kijkt mee. Wijzigen kan hier niet", "Unable to make changes as the workflow or application is currently in read-only mode": "U kijkt mee. Wijzigen kan hier niet.", "Please enter a name for the workflow.": "Geef de werkstroom een naam.", "A workflow with this name already exists.": "Er is al een werkstroom met deze naam.",
    "Delete version?": "Deze versie verwijderen?", "Are you sure you want to delete this version?": "Weet u zeker dat u deze versie wilt verwijderen?", "Delete selected versions": "Verwijder de gekozen versies", "Are you sure?": "Weet u het zeker?", "New workflow": "Nieuwe werkstroom", "Create workflow": "Maak de werkstroom", "Ok": "Goed", "OK": "Goed",
    "Cancel workflow instance?": "Deze proef stoppen?", "Are you sure you want to cancel this workflow instance?": "Weet u zeker dat u deze proef wilt stoppen?",
  };
  const known = new Map(Object.entries(dutch));
  const shapes = [[/^Version (\d+)$/, "Versie $1"], [/^Delete version (\d+)$/, "Verwijder versie $1"], [/^Poll every (.+)$/, "Ververs elke $1"]];
  const attributes = ["placeholder", "title", "aria-label"];
  const theirs = "input, textarea, select, [contenteditable], .monaco-editor, .x6-graph, elsa-activity-wrapper, .mud-table-body, code, pre, [data-eigen]";

  function translated(text) {
    const bare = text.trim();
    const found = known.get(bare) ?? shapes.reduce((done, [shape, to]) => done ?? (shape.test(bare) ? bare.replace(shape, to) : null), null);
    return found && found !== bare ? text.replace(bare, found) : null;
  }

  const ofSomebody = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(theirs);

  function text(node) {
    const to = translated(node.data);
    if (to && !ofSomebody(node)) node.data = to;
  }

  // A field's own placeholder and label are Studio's, what is typed in it is not.
  function labels(element) {
    if (element.closest(".monaco-editor, .x6-graph")) return;
    for (const name of attributes) {
      const to = element.hasAttribute(name) && translated(element.getAttribute(name));
      if (to) element.setAttribute(name, to);
    }
  }

  function whole(node) {
    if (node.nodeType === Node.TEXT_NODE) return text(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let at = node; at; at = walk.nextNode()) at.nodeType === Node.TEXT_NODE ? text(at) : labels(at);
  }

  new MutationObserver(changes => {
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(whole);
      else if (change.type === "characterData") text(change.target);
      else labels(change.target);
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
}
