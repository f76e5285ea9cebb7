namespace Kanteling.Workflows.Keeping;

/// <summary>The stable codes of what a proof of a stream finds wrong. Translated elsewhere: never rename one.</summary>
public static class ProofCode
{
    public const string BlobChanged = "BLOB_CHANGED";
    public const string BlobMissing = "BLOB_MISSING";
    public const string BlobUnknown = "BLOB_UNKNOWN";
    public const string BodyGone = "BODY_GONE";
    public const string CommitMissing = "COMMIT_MISSING";
    public const string CommitUnreadable = "COMMIT_UNREADABLE";
    public const string ContentChanged = "CONTENT_CHANGED";
    public const string DeadlineStuck = "DEADLINE_STUCK";
    public const string DeclarationWrong = "DECLARATION_WRONG";
    public const string ErasedReturned = "ERASED_RETURNED";
    public const string HashWrong = "HASH_WRONG";
    public const string Headless = "HEADLESS";
    public const string HistoryCutOff = "HISTORY_CUT_OFF";
    public const string RowsDiffer = "ROWS_DIFFER";
}
