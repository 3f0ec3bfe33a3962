using System.ComponentModel;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>Which jobs; everything given must hold.</summary>
internal sealed record JobSearch(
    [property: Description("waiting, running, paused, done, rejected, failed or cancelled."), Example("running")] string? State = null,
    [property: Description("The job of this asset."), Example("0199c0de-0000-7000-8000-000000000001")] Guid? AssetId = null,
    [property: Description("The jobs of this title."), Example("0199c0de-0000-7000-8000-000000000002")] Guid? TitleId = null,
    [property: Description("newest (the default), oldest, or queue: as they are taken."), Example("newest")] string? Sort = null)
{
    private static readonly Order<TranscodeJob> NewestFirst = ServiceDefaults.Http.Order.Descending((TranscodeJob j) => j.Id);
    private static readonly Order<TranscodeJob> OldestFirst = ServiceDefaults.Http.Order.Ascending((TranscodeJob j) => j.Id);
    private static readonly Order<TranscodeJob> AsTaken =
        ServiceDefaults.Http.Order.Descending((TranscodeJob j) => j.Priority).ThenAscending(j => j.QueuedAt).ThenAscending(j => j.Id);

    public Order<TranscodeJob> Order() => Sort switch
    {
        null or "newest" => NewestFirst,
        "oldest" => OldestFirst,
        "queue" => AsTaken,
        _ => throw ProblemException.BadRequest("sort", "must be newest, oldest or queue"),
    };

    public IQueryable<TranscodeJob> Filter(IQueryable<TranscodeJob> jobs)
    {
        if (State is not null)
        {
            if (!JobStates.TryParse(State, out var state))
                throw ProblemException.BadRequest("state", "must be waiting, running, paused, done, rejected, failed or cancelled");
            jobs = jobs.Where(j => j.State == state);
        }
        if (AssetId is { } asset)
            jobs = jobs.Where(j => j.AssetId == asset);
        return TitleId is { } title ? jobs.Where(j => j.TitleId == title) : jobs;
    }
}
