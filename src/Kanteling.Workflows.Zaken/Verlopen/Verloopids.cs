using System.Globalization;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>The names of runs outside the engine: an instance is <c>{stream}-{n}</c>, a run of an activity in it <c>{stream}-{n}-{m}</c>, where 0 is the instance itself.</summary>
public static class Verloopids
{
    public static string VanInstantie(StreamId stream, InstanceId instance) => string.Create(CultureInfo.InvariantCulture, $"{stream}-{instance}");

    public static string VanUitvoering(StreamId stream, InstanceId instance, ExecutionId execution) => string.Create(CultureInfo.InvariantCulture, $"{stream}-{instance}-{execution}");

    public static bool LeesInstantie(string? id, out (StreamId Stream, InstanceId Instance) gevonden)
    {
        var lukt = TryCut<InstanceId>(id, out var deel);
        gevonden = lukt ? (new(deel.Before), deel.Number) : default;
        return lukt;
    }

    public static bool LeesUitvoering(string? id, out (StreamId Stream, InstanceId Instance, ExecutionId Execution) gevonden)
    {
        gevonden = default;
        if (!TryCut<ExecutionId>(id, out var inner) || !TryCut<InstanceId>(inner.Before, out var outer))
            return false;
        gevonden = (new(outer.Before), outer.Number, inner.Number);
        return true;
    }

    static bool TryCut<T>(string? id, out (string Before, T Number) gevonden) where T : struct, INumberId<T>
    {
        gevonden = default;
        var dash = id?.LastIndexOf('-') ?? -1;
        if (id is null || dash <= 0 || id.Any(char.IsControl) || !long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer))
            return false;
        gevonden = (id[..dash], T.Of(nummer));
        return true;
    }
}
