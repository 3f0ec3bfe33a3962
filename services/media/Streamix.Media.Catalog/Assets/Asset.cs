using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Assets;

/// <summary>A file for a title and what became of it. Reports of the transcoder come late, twice and in any order: the time in them decides.</summary>
internal sealed class Asset : IVersioned
{
    public const int LongestFileName = 255;
    public const int LongestReason = 1000;

    public Asset(UploadDraft draft, string kind, DateTimeOffset now)
    {
        (Id, TitleId, Kind, CreatedAt) = (Guid.CreateVersion7(now), draft.TitleId, kind, now);
        (FileName, Bytes, Protected, Priority) = (draft.FileName.Trim(), draft.Bytes, draft.Protected, draft.Priority);
        Markers = MarkerDraft.Ordered(draft.Markers ?? []);
    }

    private Asset()
    {
    }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>See <see cref="AssetKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public AssetState State { get; private set; }

    public string FileName { get; private set; } = "";

    public long Bytes { get; private set; }

    /// <summary>Of the object; null until it is whole.</summary>
    public string? ETag { get; private set; }

    public bool Protected { get; private set; }

    public int Priority { get; private set; }

    public IReadOnlyList<Marker> Markers { get; private set; } = [];

    /// <summary>Editors know better than what was said with the file.</summary>
    public bool MarkersEdited { get; private set; }

    public AssetProgress? Progress { get; private set; }

    /// <summary>Stable: why nothing came of it.</summary>
    public string? Code { get; private set; }

    public string? Reason { get; private set; }

    public MediaPackage? Package { get; private set; }

    public DateTimeOffset? PackagedAt { get; private set; }

    /// <summary>The latest end of a job; what was reported before it says nothing any more.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UploadedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Has its source and is not gone.</summary>
    public bool IsThere => State is not (AssetState.Uploading or AssetState.Removed) && UploadedAt is not null;

    /// <summary>The file is whole.</summary>
    public void Arrive(string etag, DateTimeOffset now)
    {
        if (State != AssetState.Uploading)
            throw new InvalidOperationException($"The asset is {State}, not uploading.");
        (State, ETag, UploadedAt) = (AssetState.Uploaded, etag, now);
    }

    /// <summary>The file never came.</summary>
    public void Lose(string code, string reason, DateTimeOffset now)
    {
        if (State != AssetState.Uploading)
            return;
        Fail(AssetState.Failed, code, reason);
        SettledAt = now;
    }

    /// <summary>A report of a job. True when the job is one that begins (again) with what had no renditions.</summary>
    public bool Follow(AssetProgressed report)
    {
        if (!IsThere || report.At <= SettledAt || Progress is { } known && !known.IsBefore(report))
            return false;
        Progress = AssetProgress.Of(report);
        if (State is AssetState.Ready or AssetState.Transcoding)
            return false;
        var again = State is AssetState.Failed or AssetState.Rejected;
        (State, Code, Reason) = (AssetState.Transcoding, null, null);
        return again;
    }

    /// <summary>The renditions. False when they are known, or older than the known ones.</summary>
    public bool Attach(MediaPackage package, DateTimeOffset at)
    {
        if (!IsThere || Package?.Version == package.Version || at <= PackagedAt)
            return false;
        (Package, PackagedAt) = (MarkersEdited ? package with { Markers = Markers } : package, at);
        if (!MarkersEdited)
            Markers = package.Markers;
        Settle(at);
        (State, Code, Reason) = (AssetState.Ready, null, null);
        return true;
    }

    /// <summary>A job ended without renditions. False when that changes nothing: it is known, older than the known, tried again since, or there are renditions.</summary>
    public bool Refuse(AssetState outcome, string code, string reason, DateTimeOffset at)
    {
        if (!IsThere || at <= SettledAt)
            return false;
        Settle(at);
        if (Progress?.At > at)
            return false;
        if (Package is not null)
        {
            (Code, Reason) = (code, Short(reason));
            return false;
        }
        Fail(outcome, code, reason);
        return true;
    }

    public void Mark(IReadOnlyList<Marker> markers)
    {
        (Markers, MarkersEdited) = (markers, true);
        if (Package is { } package)
            Package = package with { Markers = markers };
    }

    public void Remove(DateTimeOffset now) => (State, RemovedAt, Package, Progress) = (AssetState.Removed, now, null, null);

    private static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];

    private void Fail(AssetState outcome, string code, string reason) => (State, Code, Reason) = (outcome, code, Short(reason));

    private void Settle(DateTimeOffset at) => SettledAt = SettledAt > at ? SettledAt : at;
}
