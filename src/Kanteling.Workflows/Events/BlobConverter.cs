using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Writes a <see cref="Blob"/> in the commit that binds it as <c>{"$blob":n,"length":…,"hash":…}</c>, where the commit itself says the
/// version; in a snapshot, and in a checkpoint, with its whole address.
/// </summary>
/// <param name="commit">The commit that is written or read, or null for a snapshot.</param>
sealed class BlobConverter(CommitJson? commit) : JsonConverter<Blob>
{
    public override Blob Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        var at = json.TryGetProperty("$blob", out var number) ? new BlobAddress(commit?.Version ?? 0, number.GetInt32())
            : new BlobAddress(json.GetProperty("version").GetInt64(), json.GetProperty("number").GetInt32());
        return new Blob(at, json.GetProperty("length").GetInt64(), json.GetProperty("hash").GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, Blob value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (commit is not null && value.Source is { } source)
        {
            writer.WriteNumber("$blob", value.At.Number);
            commit.Blobs.Add(NewBlob.Of(value.At.Number, source));
        }
        else
        {
            writer.WriteNumber("version", value.At.Version);
            writer.WriteNumber("number", value.At.Number);
        }
        writer.WriteNumber("length", value.Length);
        writer.WriteString("hash", value.Hash);
        writer.WriteEndObject();
    }
}
