namespace Kanteling.Workflows.Storage.Keys;

/// <summary>The database does not open with these keys. The message never holds a secret.</summary>
public sealed class KeysRefusedException(string message, Exception? inner = null) : Exception(message, inner);
