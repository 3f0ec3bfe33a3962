namespace Streamix.Sample.Notes.Notes;

/// <summary>How many notes an account has written.</summary>
internal sealed class NoteTally(Guid accountId)
{
    public Guid AccountId { get; private set; } = accountId;

    public int Notes { get; private set; }
}
