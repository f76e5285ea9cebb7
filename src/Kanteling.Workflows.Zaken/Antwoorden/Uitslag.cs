using System.Diagnostics.CodeAnalysis;

namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>What came of asking: the value that was asked for, or why not.</summary>
public abstract class Uitslag
{
    private protected Uitslag(Weigering? nee) => Nee = nee;

    /// <summary>Why not; null when it went well.</summary>
    public Weigering? Nee { get; }

    /// <summary>The value, for who does not know its type; null when it was refused.</summary>
    public abstract object? Inhoud { get; }

    /// <summary>For a value whose type is an interface, which C# does not convert by itself.</summary>
    public static Uitslag<T> Van<T>(T waarde) => waarde;
}

/// <inheritdoc cref="Uitslag"/>
public sealed class Uitslag<T> : Uitslag
{
    readonly T? waarde;

    Uitslag(T waarde) : base(null) => this.waarde = waarde;

    Uitslag(Weigering nee) : base(nee)
    {
    }

    public override object? Inhoud => waarde;

    public static implicit operator Uitslag<T>(T waarde) => new(waarde);

    public static implicit operator Uitslag<T>(Weigering nee) => new(nee);

    /// <summary>Whether there is a value; else there is a reason why not.</summary>
    public bool Lukt([MaybeNullWhen(false)] out T gevonden, [NotNullWhen(false)] out Weigering? nee)
    {
        (gevonden, nee) = (waarde, Nee);
        return nee is null;
    }

    /// <summary>Something made of the value; what was refused stays refused.</summary>
    public Uitslag<TNaar> Dan<TNaar>(Func<T, TNaar> maak) => Lukt(out var gevonden, out var nee) ? maak(gevonden) : nee;
}
