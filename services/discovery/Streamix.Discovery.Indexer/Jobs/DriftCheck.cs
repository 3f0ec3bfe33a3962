using Microsoft.Extensions.Options;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>
/// Walks catalog and index side by side, in the order of ids. What changes during the walk may look like a difference; a title is looked at again
/// before it counts.
/// </summary>
internal sealed class DriftCheck(JobDesk desk, CatalogDocuments catalog, IIndexWriter index, IOptions<IndexerOptions> options)
{
    /// <summary>False when the job is not this worker's any more.</summary>
    public async Task<bool> RunAsync(Job job, CancellationToken cancellationToken)
    {
        while (true)
        {
            var limit = options.Value.Batch;
            var documents = await catalog.ListAsync(job.Cursor, limit, cancellationToken);
            var entries = await index.ListAsync(job.Cursor, limit, cancellationToken);
            var until = End(documents, entries, limit);
            await CompareAsync(job, Until(documents, d => d.TitleId, until), Until(entries, e => e.TitleId, until), cancellationToken);
            job.Cursor = until ?? job.Cursor;
            if (!await desk.KeepAsync(job, cancellationToken))
                return false;
            if (until is null)
                return await desk.EndAsync(job, JobState.Finished, null, null, cancellationToken);
        }
    }

    /// <summary>The last id up to which both lists are whole; null when both have come to their end.</summary>
    private static Guid? End(IReadOnlyList<TitleDocument> documents, IReadOnlyList<IndexEntry> entries, int limit)
    {
        Guid? documented = documents.Count == limit ? documents[^1].TitleId : null;
        Guid? indexed = entries.Count == limit ? entries[^1].TitleId : null;
        return documented is { } d && indexed is { } i ? (d.CompareTo(i) < 0 ? d : i) : documented ?? indexed;
    }

    private static IEnumerable<T> Until<T>(IEnumerable<T> list, Func<T, Guid> id, Guid? until) => until is { } last ? list.TakeWhile(t => id(t).CompareTo(last) <= 0) : list;

    private async Task CompareAsync(Job job, IEnumerable<TitleDocument> documents, IEnumerable<IndexEntry> entries, CancellationToken cancellationToken)
    {
        var indexed = entries.ToDictionary(e => e.TitleId, e => e.Revision);
        foreach (var document in documents)
        {
            job.Seen++;
            var found = indexed.Remove(document.TitleId, out var revision);
            if (!found || revision < document.Revision)
                await LookAgainAsync(job, document.TitleId, cancellationToken);
        }
        foreach (var surplus in indexed.Keys)
            await LookAgainAsync(job, surplus, cancellationToken);
    }

    private async Task LookAgainAsync(Job job, Guid titleId, CancellationToken cancellationToken)
    {
        var document = await catalog.FindAsync(titleId, cancellationToken);
        long? indexed = await FindAsync(titleId, cancellationToken) is { } entry ? entry.Revision : null;
        if (document is { Published: true } && indexed is null)
            job.Missing++;
        else if (document is { Published: true } && indexed < document.Revision)
            job.Stale++;
        else if (document is not { Published: true } && indexed is not null)
            job.Surplus++;
        else
            return;
        if (job.Kind != JobKind.Repair)
            return;
        // What should not be there goes, even if the index has it in a revision that the catalog never made.
        await index.WriteAsync([document is { Published: true } ? IndexChange.Of(document) : IndexChange.Gone(titleId, Math.Max(indexed ?? 0, document?.Revision ?? 0))], cancellationToken);
        job.Repaired++;
    }

    private async Task<IndexEntry?> FindAsync(Guid titleId, CancellationToken cancellationToken)
    {
        var before = Before(titleId);
        var next = await index.ListAsync(before, 1, cancellationToken);
        return next is [var entry] && entry.TitleId == titleId ? entry : null;
    }

    /// <summary>The id just before another one.</summary>
    private static Guid Before(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        for (var i = bytes.Length - 1; i >= 0; i--)
            if (bytes[i]-- != 0)
                break;
        return new(bytes, bigEndian: true);
    }
}
