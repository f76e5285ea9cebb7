namespace Kanteling.Workflows.Casework;

/// <summary>The Dutch sentence (level B1) of a code; the arguments go in the places of <c>{0}</c>, <c>{1}</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
sealed class TekstAttribute(string tekst) : Attribute
{
    public string Tekst { get; } = tekst;
}
