namespace Streamix.Users.Account.Exports;

/// <summary>The saga that gathers everything the services hold of an account into one archive.</summary>
internal sealed class Export
{
    private readonly List<ExportPart> _parts = [];

    public Export(Guid accountId, IEnumerable<string> services, DateTimeOffset now, TimeSpan deadline)
    {
        Id = Guid.CreateVersion7(now);
        (AccountId, RequestedAt, Deadline, DueAt, State) = (accountId, now, now + deadline, now, ExportState.Running);
        _parts.AddRange(services.Select(s => new ExportPart(Id, s, now)));
    }

    private Export()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public ExportState State { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset Deadline { get; private set; }

    /// <summary>When the next step is due; while a step runs, when another process may take it over.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Ended, and nothing is left of it in the object store. Until then the saga comes back to it.</summary>
    public DateTimeOffset? ObjectsDeletedAt { get; private set; }

    public long? Bytes { get; private set; }

    public IReadOnlyList<ExportPart> Parts => _parts;

    public bool IsComplete => _parts.TrueForAll(p => p.CollectedAt is not null);

    /// <summary>Where everything of the account lies.</summary>
    public static string Folder(Guid accountId) => $"exports/{accountId:n}/";

    public string ArchiveKey => $"{Folder(AccountId)}{Id:n}/streamix-export.zip";

    public string PartKey(string service) => $"{PartsFolder}{service}.json";

    public string PartsFolder => $"{Folder(AccountId)}{Id:n}/parts/";

    /// <summary>False when the export has ended meanwhile.</summary>
    public bool Ready(long bytes, DateTimeOffset now, TimeSpan lifetime)
    {
        if (State != ExportState.Running)
            return false;
        (State, Bytes, FinishedAt, ExpiresAt, DueAt) = (ExportState.Ready, bytes, now, now + lifetime, now + lifetime);
        return true;
    }

    /// <summary>Plans the next attempt of what is missing; an export that is too late has failed.</summary>
    public void Plan(DateTimeOffset now)
    {
        if (State != ExportState.Running)
            return;
        if (!IsComplete && now >= Deadline)
            End(ExportState.Failed, now);
        else
            DueAt = IsComplete ? now : _parts.Where(p => p.CollectedAt is null).Min(p => p.DueAt);
    }

    /// <summary>What lies in the store is deleted next. A step under way may still put something there, so its lease is waited for.</summary>
    public void End(ExportState state, DateTimeOffset now)
    {
        if (State == ExportState.Ready || DueAt < now)
            DueAt = now;
        (State, FinishedAt, ExpiresAt) = (state, FinishedAt ?? now, null);
    }

    public void Deleted(DateTimeOffset now) => ObjectsDeletedAt ??= State is ExportState.Running or ExportState.Ready ? null : now;
}

internal enum ExportState
{
    Running,
    Ready,
    Failed,
    Cancelled,
    Expired,
}
