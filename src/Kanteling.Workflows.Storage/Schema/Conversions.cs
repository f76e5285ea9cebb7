using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Kanteling.Workflows.Storage.Commits;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kanteling.Workflows.Storage.Schema;

// How EF reads and writes what the commit path writes: the same columns in both databases.

sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => Stored.Moment(ticks));

sealed class IsoDay() : ValueConverter<DateOnly, string>(
    day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

sealed class JsonTexts() : ValueConverter<ImmutableArray<string>, string>(
    texts => JsonSerializer.Serialize(texts, Json.Compact), text => Stored.Texts(text));

sealed class JsonTextsComparer() : ValueComparer<ImmutableArray<string>>(
    (a, b) => a.SequenceEqual(b), texts => texts.Length, texts => texts);

sealed class IdNumber<T>() : ValueConverter<T, long>(id => id.Number, number => IdNumber<T>.Of(number)) where T : struct, INumberId<T>
{
    // An expression cannot name a member that the type argument has.
    static T Of(long number) => T.Of(number);
}

sealed class IdText<T>() : ValueConverter<T, string>(id => id.Text, text => IdText<T>.Of(text)) where T : struct, ITextId<T>
{
    static T Of(string text) => T.Of(text);
}
