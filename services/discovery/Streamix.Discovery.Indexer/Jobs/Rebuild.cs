using Microsoft.Extensions.Options;
using Streamix.Discovery.Contracts.Indexing;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Titles;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>
/// Fills another index beside the live one. What changes meanwhile is written to both by the events, and older revisions never win,
/// so that nothing is left to catch up with when the last title is done.
/// </summary>
internal sealed class Rebuild(JobDesk desk, CatalogDocuments catalog, IIndexWriter index, IEventPublisher events, IOptions<IndexerOptions> options, TimeProvider time)
{
    private const string Subject = "index";

    /// <summary>False when the job is not this worker's any more.</summary>
    public async Task<bool> RunAsync(Job job, CancellationToken cancellationToken)
    {
        if (job.Generation is null)
        {
            job.Generation = (await index.CreateAsync(cancellationToken)).Name;
            if (!await desk.KeepAsync(job, cancellationToken))
            {
                await index.DropAsync(job.Generation, cancellationToken);
                return false;
            }
        }
        for (var done = false; !done;)
        {
            var documents = await catalog.ListAsync(job.Cursor, options.Value.Batch, cancellationToken);
            if (documents.Count > 0)
            {
                await index.WriteAsync(job.Generation, [.. documents.Select(IndexChange.Of)], cancellationToken);
                job.Cursor = documents[^1].TitleId;
                job.Seen += documents.Count;
            }
            done = documents.Count < options.Value.Batch;
            if (!await desk.KeepAsync(job, cancellationToken))
                return false;
        }
        await index.SwitchAsync(job.Generation, cancellationToken);
        return await desk.EndAsync(job, JobState.Finished, null, () => events.Publish(new IndexSwitched(job.Generation, job.Id, job.Seen, time.GetUtcNow()), Subject), cancellationToken);
    }
}
