namespace Kanteling.Workflows.Storage.Keys;

/// <summary>The database does not open with these keys. Neither the message nor the subject holds a secret.</summary>
/// <param name="subject">The file that is not there, or the name of the key; empty where there is nothing to name.</param>
public sealed class KeysRefusedException(KeysRefusal why, string subject = "", Exception? inner = null)
    : Exception($"The keys of a database were refused: {why} {subject}".TrimEnd() + ".", inner)
{
    public KeysRefusal Why { get; } = why;

    public string Subject { get; } = subject;
}

public enum KeysRefusal
{
    /// <summary>A line is no key, there is no line, or a name stands twice.</summary>
    Malformed,

    /// <summary>The file with the keys of this SQLite database is not there.</summary>
    FileMissing,

    /// <summary>PostgreSQL has several nodes with the same keys, so they have to be given.</summary>
    NotGiven,

    /// <summary>The database was worked on with a key of this name, and that one was not given.</summary>
    NotItsOwn,
}
