using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

public enum Ondersteuningsvorm { Natura, Pgb, Spoed, Algemeen, Netwerk, AndereWet }

/// <summary>
/// Voorgesteld and Toegekend do not run yet; Overbrugd runs by other means until the real one starts; NietGestart,
/// Beeindigd, Afgewezen and Vervallen do not run any more.
/// </summary>
public enum Ondersteuningsstatus { Voorgesteld, Toegekend, Loopt, Overbrugd, NietGestart, Beeindigd, Afgewezen, Vervallen }

/// <summary>
/// One support of one person: what lasts when flows are over. Its dates start the next evaluation (seed A2), and moving
/// to a lighter form is per support.
/// </summary>
/// <param name="Id">o1, o2 … within the household; never used again.</param>
/// <param name="Dossier">The procedure in which it was agreed.</param>
/// <param name="Wat">What it is, in words.</param>
/// <param name="Wie">Who gives it, when that is somebody of the network.</param>
/// <param name="Zwaarte">In circle 4.</param>
public sealed record Ondersteuning(
    OndersteuningId Id, DossierId Dossier, PersoonId Persoon, HulpvraagId? Hulpvraag, Ondersteuningscirkel Cirkel, Ondersteuningsvorm Vorm, Content? Wat, Content? Wie, Omvang? Omvang, Zwaarte? Zwaarte,
    Ondersteuningsstatus Status)
{
    public Titel Titel { get; init; } = Titel.Geen;

    /// <summary>Of maatwerk, when it was chosen from the product list.</summary>
    public Product? Product { get; init; }

    /// <summary>Of a pgb, per year; null before it was arranged.</summary>
    public Bedrag? Budget { get; init; }

    public DateOnly? Start { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Einde { get; init; }

    public DateOnly? Evaluatiedatum { get; init; }

    /// <summary>An evaluation is under way: its date does not start another.</summary>
    public bool EvaluatieLoopt { get; init; }

    public Evaluatie? LaatsteEvaluatie { get; init; }

    /// <summary>The next lighter form, under which condition and when (seed A2).</summary>
    public Content? Afschaalplan { get; init; }

    /// <summary>Settled, with reason and review date, that it will not become lighter; never counted as failure (seed A3).</summary>
    public Structureel? Structureel { get; init; }

    public Overbrugging? Overbrugging { get; init; }

    /// <summary>It goes on, but is not given now.</summary>
    public Pauze? Pauze { get; init; }

    /// <summary>What the aanbieder answered last.</summary>
    public Startbelemmering? WaaromNietGestart { get; init; }

    /// <summary>How it ended, or will end; null while nothing but its last day was agreed.</summary>
    public Eindreden? Eindreden { get; init; }

    /// <summary>The lighter support that took its place.</summary>
    public OndersteuningId? OpgevolgdDoor { get; init; }

    /// <summary>The running support whose place it takes when it is granted.</summary>
    public OndersteuningId? Vervangt { get; init; }

    /// <summary>The dossier of the heronderzoek that looks at it; null when none does.</summary>
    public DossierId? Heronderzoek { get; init; }

    /// <summary>Since this day somebody knows that it ends before the new decision is there.</summary>
    public DateOnly? AfloopGemeld { get; init; }

    /// <summary>Whether it rests on a decision that has to be looked at again (art. 2.3.9 Wmo 2015); temporary help and other laws have their own way.</summary>
    [JsonIgnore]
    public bool RustOpBesluit => IsMaatwerk && Titel.Beschikking is not null && Vorm is Ondersteuningsvorm.Natura or Ondersteuningsvorm.Pgb;

    [JsonIgnore]
    public bool Loopt => Status is Ondersteuningsstatus.Loopt or Ondersteuningsstatus.Overbrugd;

    [JsonIgnore]
    public bool IsMaatwerk => Cirkel == Ondersteuningscirkel.Maatwerkvoorziening;
}

/// <summary>
/// The ground on which maatwerk rests (seed C6). In natura a beschikking and an opdracht; pgb a beschikking and an approved
/// budgetplan; spoed a decision and an opdracht in one act; of another law its ground.
/// </summary>
/// <param name="Beschikking">Day of bekendmaking.</param>
/// <param name="Opdracht">Day on which the aanbieder got it.</param>
public sealed record Titel(DateOnly? Beschikking, DateOnly? Opdracht, Reference? Aanbieder, DateOnly? Budgetplan, DateOnly? Spoedbesluit, Content? AndereGrond)
{
    public static readonly Titel Geen = new(null, null, null, null, null, null);

    /// <summary>Of the aanbieder, as the register had it when he got the opdracht.</summary>
    public Agbcode? Agb { get; init; }

    public bool Draagt(Ondersteuningsvorm vorm) => Ontbreekt(vorm) == 0;

    /// <summary>How many parts of the ground for this form are missing.</summary>
    public int Ontbreekt(Ondersteuningsvorm vorm) => vorm switch
    {
        Ondersteuningsvorm.Natura => Ontbreken(Beschikking, Opdracht, Aanbieder),
        Ondersteuningsvorm.Pgb => Ontbreken(Beschikking, Budgetplan),
        Ondersteuningsvorm.Spoed => Ontbreken(Spoedbesluit, Aanbieder),
        Ondersteuningsvorm.AndereWet => Ontbreken(AndereGrond),
        // There is no maatwerk in these forms.
        Ondersteuningsvorm.Algemeen or Ondersteuningsvorm.Netwerk => 1,
    };

    static int Ontbreken(params ReadOnlySpan<object?> delen)
    {
        var ontbreekt = 0;
        foreach (var deel in delen)
            ontbreekt += deel is null ? 1 : 0;
        return ontbreekt;
    }
}

/// <param name="Uitkomst">Lichter, Gelijk, Zwaarder, Klaar or Structureel.</param>
public sealed record Evaluatie(string Uitkomst, Content? Toelichting, DateOnly Op);

/// <param name="Herzien">The day on which is asked whether it is still so.</param>
public sealed record Structureel(Content Reden, DateOnly Herzien, DateOnly Op)
{
    /// <summary>What the inwoner himself thinks of it (seed A3).</summary>
    public Content? Inwoner { get; init; }
}

/// <param name="Tot">Last day of the bridging, when known.</param>
public sealed record Overbrugging(Content Hoe, DateOnly? Tot, DateOnly Op);
