namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>A flow for the crash loop: work for people that never ends, and a timer that fires meanwhile.</summary>
static class CrashFlow
{
    const string Toegang = """
        {"id":"toegang-1","definitionId":"toegang","name":"Proef","version":1,"root":{"id":"fc","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"start","type":"Elsa.Start","version":1},
          {"id":"a","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Eerste"}},"payload":{"typeName":"Object","expression":{"type":"Object","value":"{\"role\":\"consulent\"}"}}},
          {"id":"b","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Tweede"}},"payload":{"typeName":"Object","expression":{"type":"Object","value":"{\"role\":\"consulent\"}"}}},
          {"id":"wait","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:00:01"}}}],
         "connections":[
          {"source":{"activity":"start","port":"Done"},"target":{"activity":"a"}},
          {"source":{"activity":"start","port":"Done"},"target":{"activity":"wait"}},
          {"source":{"activity":"wait","port":"Done"},"target":{"activity":"wait"}},
          {"source":{"activity":"a","port":"Done"},"target":{"activity":"b"}},
          {"source":{"activity":"b","port":"Done"},"target":{"activity":"a"}}]}}
        """;

    /// <returns>The folder, as the program's own folder of flows is laid out.</returns>
    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "toegang"));
        File.WriteAllText(Path.Combine(folder, "toegang", "toegang.json"), Toegang);
        return folder;
    }
}
