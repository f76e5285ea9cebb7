namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>How the program ends, for who starts it again or does not.</summary>
static class Uitgangscode
{
    /// <summary>Somebody asked it to stop.</summary>
    public const int Gestopt = 0;

    /// <summary>It was refused to start, or an error ended it.</summary>
    public const int Mislukt = 1;

    /// <summary>A newer version has changed the tables: starting this one again is of no use.</summary>
    public const int DatabaseNieuwer = 3;
}
