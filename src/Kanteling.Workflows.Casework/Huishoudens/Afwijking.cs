using Kanteling.Workflows.Casework.Looptijden;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>A term of the law that passed before what it asks was done; explained or not (seed P34).</summary>
/// <param name="Sinds">The day on which it had passed.</param>
/// <param name="Verklaring">Null while nobody explained it.</param>
public sealed record Afwijking(Wetstermijn Termijn, DateOnly Sinds, Verklaring? Verklaring);

/// <summary>Why it took longer, and what is done about it.</summary>
public sealed record Verklaring(Wetstermijn Termijn, Vertragingsoorzaak Oorzaak, Content Toelichting, Content? Maatregel, DateOnly? Verwacht, UserId Door, DateOnly Op);
