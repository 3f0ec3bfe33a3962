using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;
using Streamix.Discovery.Indexer.Data;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>Jobs that nobody asks for, and what ended ones leave behind.</summary>
internal sealed class JobSchedule(IndexerDb db, IIndexWriter index, IOptions<IndexerOptions> options, TimeProvider time)
{
    private const string Itself = "service:discovery-indexer";

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        // Listed before the jobs are: what is being built without a running job then belongs to none that is about to begin.
        var generations = await index.GenerationsAsync(cancellationToken);
        if (await db.Jobs.AnyAsync(j => j.State == JobState.Running, cancellationToken))
            return;
        foreach (var orphan in generations.Where(g => g.State == GenerationState.Building))
            await index.DropAsync(orphan.Name, cancellationToken);
        var now = time.GetUtcNow();
        if (generations.FirstOrDefault(g => g.State == GenerationState.Live) is { Format: not IndexFormat.Current } live)
            await TryStartAsync(Job.Start(JobKind.Rebuild, $"The live index is of format {live.Format}, not {IndexFormat.Current}.", Itself, now), cancellationToken);
        else if (await IsCheckDueAsync(now, cancellationToken))
            await TryStartAsync(Job.Start(JobKind.Repair, "The usual check.", Itself, now), cancellationToken);
        var old = now - options.Value.TimesKept;
        await db.Times.Where(t => t.SearchableAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>False when another job is running.</summary>
    public async Task<bool> TryStartAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            db.Jobs.Add(job);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (DbConflict.IsDuplicate(e, IndexerDb.OneAtATime))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The first one comes at once: a new index beside an old catalog is filled by it.</summary>
    private async Task<bool> IsCheckDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.CheckEvery <= TimeSpan.Zero)
            return false;
        var last = await db.Jobs.Where(j => j.Kind == JobKind.Repair && j.StartedBy == Itself).MaxAsync(j => (DateTimeOffset?)j.StartedAt, cancellationToken);
        return last is null || last < now - options.Value.CheckEvery;
    }
}
