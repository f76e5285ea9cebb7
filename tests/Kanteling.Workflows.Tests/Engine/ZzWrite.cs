using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Tests.Huishoudens;
namespace Kanteling.Workflows.Tests.Engine;
public class ZzWrite
{
    [Fact]
    public void Write()
    {
        var codec = new EventCodec(TestDomain.Domain.Codec);
        foreach (var name in "DefinitionPublished TaskAssigned ClaimTaken EventReceived InstanceCorrelated MessageQueued WaitOpened ClaimReleased InstanceStarted TaskOpened IncidentRaised InstanceRestored".Split(' '))
        {
            var (body, slots) = codec.Write([.. GoldenSamples.All.Where(e => e.GetType().Name == name)]);
            var list = new JsonArray([.. SlotCodec.Read(slots).Select(s => {
                var o = new JsonObject();
                if (s.Dossier is not null) o["dossier"] = s.Dossier;
                o["kind"] = s.Kind; o["salt"] = Convert.ToBase64String(s.Salt.AsSpan()); o["text"] = Encoding.UTF8.GetString(s.Bytes!.Value.AsSpan());
                return (JsonNode)o; })]);
            var text = "{\n  \"body\": " + Encoding.UTF8.GetString(body) + ",\n  \"slots\": " + list.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true }).Replace("\n", "\n  ") + "\n}\n";
            File.WriteAllText(Path.Combine(Werkbank.Wortel(), "tests/Kanteling.Workflows.Tests/Engine/golden", name + "-1.json"), text);
        }
    }
}
