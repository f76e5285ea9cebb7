using System.Text;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Tests.Definitions;

/// <summary>Breaks a drawing here and there. The app's tests compile this file too, so that what the reader survives and what is posted are broken alike.</summary>
static class Mutations
{
    /// <summary>Removes a value somewhere in the tree, or puts an oddity or another part of the tree in its place.</summary>
    public static void Change(JsonObject document, Random random, string[] oddities)
    {
        var places = Places(document).ToList();
        var (parent, key, index) = places[random.Next(places.Count)];
        var other = places[random.Next(places.Count)];
        var value = random.Next(4) == 0 ? (other.Parent is JsonObject json ? json[other.Key!] : other.Parent[other.Index])?.DeepClone() : JsonNode.Parse(oddities[random.Next(oddities.Length)]);
        if (parent is JsonArray array)
            array[index] = value;
        else if (random.Next(5) == 0)
            ((JsonObject)parent).Remove(key!);
        else
            parent[key!] = value;
    }

    /// <summary>Removes, inserts or replaces characters somewhere in the text.</summary>
    public static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        if (random.Next(3) == 0)
            text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
        else if (random.Next(2) == 0)
            text.Insert(at, "{}[]\",:1\\ux"[random.Next(11)]);
        else
            text[at] = (char)random.Next(0x20, 0x7f);
    }

    static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode root)
    {
        var open = new Stack<JsonNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node is JsonObject json)
            {
                foreach (var (key, value) in json)
                {
                    yield return (json, key, -1);
                    if (value is JsonObject or JsonArray)
                        open.Push(value);
                }
            }
            else if (node is JsonArray array)
            {
                for (var i = 0; i < array.Count; i++)
                {
                    yield return (array, null, i);
                    if (array[i] is JsonObject or JsonArray)
                        open.Push(array[i]!);
                }
            }
        }
    }
}
