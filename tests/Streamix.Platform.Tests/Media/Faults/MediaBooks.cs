using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Accounts.Faults;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>What stands in the databases of media and discovery in the end, and whether the buckets hold that and nothing else.</summary>
internal sealed class MediaBooks(AccountsGraph graph)
{
    private const string Catalog = "media-catalog-db";
    private const string Transcoder = "media-transcoder-db";
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);
    private readonly Ledgers _ledgers = new(graph, Catalog, Transcoder, "media-drm-db", "discovery-indexer-db", "discovery-search-db");

    /// <summary>Events that somebody handles; others wait for their first listener.</summary>
    private static readonly HashSet<string> Heard =
    [
        "media.asset.uploaded", "media.asset.progressed", "media.asset.transcoded", "media.asset.rejected", "media.asset.transcode-ended", "media.asset.removed",
        "media.title.published", "media.title.changed", "media.title.withdrawn",
    ];

    /// <summary>Each title's way, in order.</summary>
    public async Task<ILookup<Guid, string>> MovesAsync() => (await _ledgers.ReadAsync(Catalog, """SELECT title_id, "from" || ' → ' || "to" FROM title_moves ORDER BY id""")).ToLookup(move => move.Id, move => move.Text);

    /// <summary>State and package of each title's assets.</summary>
    public async Task<ILookup<Guid, string>> AssetsAsync() =>
        (await _ledgers.ReadAsync(Catalog, "SELECT title_id, id || ' ' || state || ' ' || coalesce(package->>'version', '') FROM assets")).ToLookup(asset => asset.Id, asset => asset.Text);

    /// <summary>State, run and package of each asset's jobs.</summary>
    public async Task<ILookup<Guid, string>> JobsAsync() =>
        (await _ledgers.ReadAsync(Transcoder, "SELECT asset_id, state || ' ' || run || ' ' || coalesce(package_version, '') FROM jobs")).ToLookup(job => job.Id, job => job.Text);

    /// <summary>Failures and lost workers of each asset's tasks.</summary>
    public async Task<ILookup<Guid, string>> TroublesAsync() => (await _ledgers.ReadAsync(Transcoder,
        "SELECT j.asset_id, t.name || ': ' || t.failures || ' failures, ' || t.losses || ' losses' FROM tasks t JOIN jobs j ON j.id = t.job_id WHERE t.failures + t.losses > 0")).ToLookup(task => task.Id, task => task.Text);

    /// <summary>Nothing waits, nothing was given up, and the buckets hold what the databases name.</summary>
    public async Task SettleAsync()
    {
        await Until.TrueAsync(async () => (await _ledgers.UnsentAsync(Heard)).Count == 0, "every outbox is empty", Settling);
        await Until.TrueAsync(async () => await new Traces(graph).QueuedAsync() == 0, "every queue is empty", Settling);
        (await _ledgers.DeadLettersAsync()).ShouldBeEmpty();
        await Until.TrueAsync(async () =>
        {
            (await OrphansAsync()).ShouldBeEmpty();
            return true;
        }, "the buckets hold nothing that nobody names", Settling);
    }

    private async Task<List<string>> OrphansAsync()
    {
        using var sources = await Shelf.OpenAsync(graph, "media-sources");
        using var renditions = await Shelf.OpenAsync(graph, "media-renditions");
        var files = (await _ledgers.ReadAsync(Catalog, "SELECT id, 'catalog/' || id || '/source' FROM assets WHERE uploaded_at IS NOT NULL AND removed_at IS NULL")).Select(asset => asset.Text).ToHashSet(StringComparer.Ordinal);
        var packages = (await _ledgers.ReadAsync(Catalog, "SELECT id, package->>'prefix' FROM assets WHERE package IS NOT NULL")).Select(asset => asset.Text).ToList();
        var (stored, made) = (await sources.ListAsync(), await renditions.ListAsync());
        return
        [
            .. files.Except(stored.Keys).Select(key => $"gone: {key}"), .. stored.Keys.Except(files), .. (await sources.OpenUploadsAsync()).Select(key => $"open: {key}"),
            .. made.Keys.Where(key => !packages.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal))),
        ];
    }
}
