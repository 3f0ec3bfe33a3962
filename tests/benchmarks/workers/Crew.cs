using Microsoft.EntityFrameworkCore;
using Streamix.Benchmarks.Enumeration;
using Streamix.Benchmarks.Ladder;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Workers;

/// <summary>So many transcoders of one slot and one thread, each a process, with a database and a bucket of their own.</summary>
internal sealed class Crew(int size, PostgresServer postgres, Store store, Uri catalog, string scratch)
{
    public static readonly Guid Film = Guid.CreateVersion7();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public string Bucket => $"packages-{size}";

    /// <summary>Works on one job from its first second to its last, after a short one for each worker: what compiles at a first use is compiled by then.</summary>
    public async Task<(MediaPackage Package, Timeline Timeline)> RunAsync(long warmUp, long bytes)
    {
        using TestTokens tokens = new();
        var options = await MigratedAsync();
        List<ServiceProcess> workers = [];
        try
        {
            for (var i = 0; i < size; i++) workers.Add(await ServiceProcess.StartAsync("Streamix.Media.Transcoder.dll", Settings(options.Database, tokens)));
            for (var i = 0; i < size; i++) await AskAsync(options.Options, Guid.CreateVersion7(), warmUp);
            await EndedAsync(options.Options);
            await AskAsync(options.Options, Film, bytes);
            await EndedAsync(options.Options);
            return await DoneAsync(options.Options);
        }
        finally
        {
            foreach (var worker in workers) await worker.DisposeAsync();
        }
    }

    private async Task<(string Database, DbContextOptions<TranscoderDb> Options)> MigratedAsync()
    {
        var database = await postgres.CreateDatabaseAsync("transcoder");
        var options = new DbContextOptionsBuilder<TranscoderDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using TranscoderDb db = new(options.Options);
        await db.Database.MigrateAsync();
        return (database, options.Options);
    }

    /// <summary>As the handler does when the catalog tells of an upload.</summary>
    private static async Task AskAsync(DbContextOptions<TranscoderDb> options, Guid asset, long bytes)
    {
        await using TranscoderDb db = new(options);
        AssetUploaded upload = new(asset, Guid.CreateVersion7(), AssetKinds.Feature, "film.mp4", bytes, Protected: false, [], 5, DateTimeOffset.UtcNow);
        await new TakeUpload(db, TimeProvider.System).HandleAsync(upload, new EventContext(Guid.CreateVersion7(), "bench", 1, "bench", upload.UploadedAt, "bench", 1), default);
        await db.SaveChangesAsync();
    }

    private static async Task EndedAsync(DbContextOptions<TranscoderDb> options)
    {
        await using TranscoderDb db = new(options);
        await Until.TrueAsync(async () =>
        {
            await Task.Delay(Look);
            return (await db.Jobs.AsNoTracking().ToListAsync()).TrueForAll(job => job.State.HasEnded());
        }, "every job has ended", Patience);
    }

    private static async Task<(MediaPackage, Timeline)> DoneAsync(DbContextOptions<TranscoderDb> options)
    {
        await using TranscoderDb db = new(options);
        var job = await db.Jobs.AsNoTracking().SingleAsync(job => job.AssetId == Film);
        return job.State == JobState.Done
            ? (Json.Read<MediaPackage>(job.Package!), Timeline.Of(job, await db.Tasks.AsNoTracking().Where(task => task.JobId == job.Id).ToListAsync()))
            : throw new InvalidOperationException($"The job ended as {job.State}: {string.Join('\n', await db.Lines.Select(line => line.Text).ToListAsync())}");
    }

    private Dictionary<string, string> Settings(string database, TestTokens tokens) => new()
    {
        ["OTEL_SERVICE_NAME"] = "media-transcoder",
        ["ConnectionStrings__media-transcoder-db"] = database,
        ["ConnectionStrings__objects"] = store.ConnectionString,
        ["services__media-catalog__http__0"] = catalog.ToString(),
        ["Auth__Jwks"] = tokens.Jwks,
        ["Transcoder__Renditions"] = Bucket,
        ["Transcoder__Scratch"] = scratch,
        ["Transcoder__Packager"] = Packager.Path,
        ["Transcoder__Slots"] = "1",
        ["Transcoder__Threads"] = "1",
        ["Transcoder__Nice"] = "0",
    };
}
