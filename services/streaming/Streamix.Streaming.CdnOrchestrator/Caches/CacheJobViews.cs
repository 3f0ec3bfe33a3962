using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Caches;

/// <summary>A job as operators see it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Kind"><c>purge</c> or <c>prewarm</c>.</param>
/// <param name="Prefix">Of the objects.</param>
/// <param name="Renditions">Video to prewarm; none: all.</param>
/// <param name="MostBytes">Prewarming ends there.</param>
/// <param name="Reason">Why.</param>
/// <param name="Done">Every edge has ended its part.</param>
/// <param name="Edges">How far each of them is.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="DueAt">UTC; edges do not begin before.</param>
internal sealed record CacheJobView(
    Guid Id, string Kind, string Prefix, IReadOnlyList<string> Renditions, long? MostBytes, string Reason, bool Done, IReadOnlyList<CacheJobPartView> Edges, DateTimeOffset CreatedAt,
    DateTimeOffset DueAt)
{
    public static CacheJobView Of(CacheJob job) => new(
        job.Id, job.Kind, job.Prefix, job.Renditions, job.MostBytes, job.Reason, job.Parts.TrueForAll(p => p.EndedAt is not null),
        [.. job.Parts.OrderBy(p => p.Edge, StringComparer.Ordinal).Select(p => new CacheJobPartView(p.Edge, p.State, p.Objects, p.Bytes, p.Error, p.EndedAt))], job.CreatedAt, job.DueAt);
}

/// <summary>The share of one edge.</summary>
internal sealed record CacheJobPartView(string Edge, string State, int Objects, long Bytes, string? Error, DateTimeOffset? EndedAt);

/// <summary>A job to be.</summary>
internal sealed record CacheJobDraft(
    [property: Example("prewarm")] string Kind,
    [property: Example("transcoder/0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10/20261122120000-1/")] string Prefix,
    [property: Example("Premiere tonight")] string Reason,
    [property: Example("""["480p","720p"]""")] IReadOnlyList<string>? Renditions = null,
    [property: Example("1073741824")] long? MostBytes = null,
    [property: Example("""["streaming-edge-1"]""")] IReadOnlyList<string>? Edges = null);

internal sealed class CacheJobDraftRules : AbstractValidator<CacheJobDraft>
{
    private const int Most = 32;

    public CacheJobDraftRules()
    {
        RuleFor(d => d.Kind).Must(k => k is CacheKinds.Purge or CacheKinds.Prewarm).WithMessage("must be purge or prewarm");
        RuleFor(d => d.Prefix).Must(p => p.Length <= CacheJob.LongestPrefix && PathToken.IsPrefix(p.EndsWith('/') ? p : $"{p}/")).WithMessage("must be folders of plain names and end in a slash, or an object");
        RuleFor(d => d.Reason).Must(r => r.Trim().Length is > 0 and <= CacheJob.LongestReason).WithMessage("must say why, in up to 200 characters");
        RuleFor(d => d.Renditions).Must(r => r is null || r.Count <= Most && r.All(PathToken.IsRendition)).WithMessage("must be names of renditions");
        RuleFor(d => d.MostBytes).Must(b => b is null or > 0).WithMessage("must be positive, or null");
        RuleFor(d => d.Edges).Must(e => e is null || e.Count <= Most).WithMessage("must be names of edges, or null");
    }
}
