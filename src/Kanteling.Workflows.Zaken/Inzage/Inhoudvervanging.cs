using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>A household, or a fact of it, with other words for some of its content. What is no content stays: a household without it would be no household.</summary>
static class Inhoudvervanging
{
    /// <param name="is">Whether what has this name, in this procedure, is replaced.</param>
    /// <param name="door">What comes in its place; null takes the words away, as if they were erased.</param>
    /// <param name="ookAnders">Whether something that is no content has such a name; that is left as it is.</param>
    public static object Vervang(object waarde, Func<string, DossierId?, bool> @is, string? door, out bool ookAnders)
    {
        var (json, anders) = (JsonSerializer.SerializeToNode(waarde, waarde.GetType(), Huishoudenopslag.Json), false);
        var gewijzigd = Loop(json, null);
        ookAnders = anders;
        return gewijzigd ? json.Deserialize(waarde.GetType(), Huishoudenopslag.Json)! : waarde;

        bool Loop(JsonNode? node, DossierId? waar)
        {
            var vervangen = false;
            if (node is JsonArray lijst)
            {
                foreach (var deel in lijst)
                    vervangen |= Loop(deel, waar);
            }
            else if (node is JsonObject groep)
            {
                var hier = Inhoudvorm.Dossier(groep) ?? waar;
                foreach (var (naam, deel) in groep.ToList())
                {
                    if (Inhoudvorm.Is(deel))
                        vervangen |= Inhoud(naam, (JsonObject)deel!, hier);
                    else if (deel is not null && @is(naam, hier))
                        anders = true;
                    else
                        vervangen |= Loop(deel, hier);
                }
            }
            return vervangen;
        }

        bool Inhoud(string naam, JsonObject inhoud, DossierId? waar)
        {
            var hier = Inhoudvorm.Dossier(inhoud) ?? waar;
            if (@is(naam, hier) || @is(inhoud["kind"]!.ToString(), hier))
            {
                Zet(inhoud, door is null ? null : JsonValue.Create(door));
                return true;
            }
            var binnen = JsonNode.Parse(inhoud["text"]!.ToString());
            if (!Binnen(binnen, hier))
                return false;
            Zet(inhoud, binnen);
            return true;
        }

        bool Binnen(JsonNode? node, DossierId? waar)
        {
            var vervangen = false;
            foreach (var deel in node as JsonArray ?? [])
                vervangen |= Binnen(deel, waar);
            foreach (var (naam, deel) in (node as JsonObject ?? []).ToList())
            {
                if (deel is null || !@is(naam, waar))
                {
                    vervangen |= Binnen(deel, waar);
                    continue;
                }
                if (door is null)
                    ((JsonObject)node!).Remove(naam);
                else
                    node![naam] = door;
                vervangen = true;
            }
            return vervangen;
        }
    }

    static void Zet(JsonObject inhoud, JsonNode? waarde)
    {
        if (waarde is null)
            inhoud.Remove("text");
        else
            inhoud["text"] = waarde.ToJsonString(Json.Compact);
    }
}

/// <summary>How a content is written: which procedure, what it is, and its value as JSON in a text.</summary>
static class Inhoudvorm
{
    /// <summary>Whether this is a content that was not erased.</summary>
    public static bool Is(JsonNode? json) =>
        json is JsonObject inhoud && inhoud.All(veld => veld.Key is "dossier" or "kind" or "text") && inhoud["kind"] is JsonValue && inhoud["text"] is JsonValue;

    /// <summary>Of which procedure this says that it is.</summary>
    public static DossierId? Dossier(JsonObject json) => json["dossier"] is JsonValue waarde && waarde.TryGetValue<string>(out var id) ? new DossierId(id) : null;
}
