namespace Streamix.Media.Catalog.Storing;

/// <summary>Objects that are to go: those that nobody names any more, and those of a write that has not been committed yet.</summary>
internal sealed class Leftover
{
    public Leftover(string bucket, string prefix, DateTimeOffset dueAt, DateTimeOffset now) =>
        (Id, Bucket, Prefix, DueAt) = (Guid.CreateVersion7(now), bucket, prefix, dueAt);

    private Leftover()
    {
    }

    public Guid Id { get; private set; }

    public string Bucket { get; private set; } = "";

    /// <summary>All keys that begin like this.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>In the future while a write may still be under way.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>A sweeper is at it: what it names is as good as gone.</summary>
    public bool Taken { get; private set; }
}
