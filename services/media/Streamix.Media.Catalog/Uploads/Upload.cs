using Streamix.Media.Catalog.Assets;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>A file on its way into the store, in parts that its client sends there directly.</summary>
internal sealed class Upload : IVersioned
{
    public const int LongestFailure = 500;

    public Upload(Asset asset, PartPlan plan, PartChecksum checksum, string contentType, string startedBy, DateTimeOffset now)
    {
        (Id, AssetId, TitleId, CreatedAt) = (Guid.CreateVersion7(now), asset.Id, asset.TitleId, now);
        (FileName, ContentType, Checksum, StartedBy) = (asset.FileName, contentType, checksum, startedBy);
        (Bytes, PartBytes, PartCount) = plan;
    }

    private Upload()
    {
    }

    public Guid Id { get; private set; }

    public Guid AssetId { get; private set; }

    public Guid TitleId { get; private set; }

    public UploadState State { get; private set; }

    /// <summary>The store's name for it.</summary>
    public string? StoreId { get; private set; }

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Bytes { get; private set; }

    public long PartBytes { get; private set; }

    public int PartCount { get; private set; }

    public PartChecksum Checksum { get; private set; }

    /// <summary>The client's key for its request, hashed; a repeat finds this upload.</summary>
    public byte[]? RequestKey { get; private set; }

    /// <summary>What was asked for under <see cref="RequestKey"/>.</summary>
    public byte[]? Fingerprint { get; private set; }

    /// <summary>What the object is made of, from the comparison until it is whole.</summary>
    public IReadOnlyList<UploadedPart>? Claims { get; private set; }

    public string StartedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Abandoned from then on.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Until then an address works that somebody holds.</summary>
    public DateTimeOffset? SignedUntil { get; private set; }

    /// <summary>When a janitor has to look; null when never again.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? Failure { get; private set; }

    public uint Version { get; private set; }

    public PartPlan Plan => new(Bytes, PartBytes, PartCount);

    public string Key => AssetKeys.Source(AssetId);

    public void AskedBy(RequestKey request) => (RequestKey, Fingerprint) = (request.Key, request.Fingerprint);

    public void Open(string storeId)
    {
        Guard(UploadState.Opening);
        (StoreId, State) = (storeId, UploadState.Open);
    }

    /// <summary>Somebody works on it: the wait begins anew.</summary>
    public void Await(DateTimeOffset expiresAt, DateTimeOffset? signedUntil = null)
    {
        (ExpiresAt, DueAt) = (expiresAt, expiresAt);
        if (signedUntil is { } until && !(SignedUntil > until))
            SignedUntil = until;
    }

    /// <summary>From here on the store decides; whoever finds it so after <paramref name="lease"/> goes on with it.</summary>
    public void Complete(IReadOnlyList<UploadedPart> parts, DateTimeOffset lease)
    {
        Guard(UploadState.Open);
        (State, Claims, DueAt, Failure) = (UploadState.Completing, parts, lease, null);
    }

    /// <summary>The store refused the parts; the client may mend them.</summary>
    public void Reopen(string failure, DateTimeOffset expiresAt)
    {
        Guard(UploadState.Completing);
        (State, Claims, Failure) = (UploadState.Open, null, failure);
        Await(expiresAt);
    }

    public void End(UploadState state, DateTimeOffset now, string? failure = null)
    {
        if (EndedAt is not null)
            throw new InvalidOperationException($"The upload is {State} already.");
        (State, EndedAt, DueAt, Claims, Failure) = (state, now, null, null, failure);
    }

    private void Guard(UploadState expected)
    {
        if (State != expected)
            throw new InvalidOperationException($"The upload is {State}, not {expected}.");
    }
}
