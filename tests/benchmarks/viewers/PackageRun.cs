using Microsoft.EntityFrameworkCore;
using Streamix.Benchmarks.Ladder;
using Streamix.Benchmarks.Starts;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;

namespace Streamix.Benchmarks.Viewers;

/// <summary>Films packaged by media-transcoder as in the graph: asked for as the event of an upload does it, stored in a bucket.</summary>
internal sealed class PackageRun(string database, Neighbours neighbours)
{
    public const string Bucket = "packages";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private readonly DbContextOptions<TranscoderDb> _options = Options(database);

    public static Dictionary<string, string> Settings(string database, string scratch) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__media-transcoder-db"] = database,
        ["Transcoder__Renditions"] = Bucket,
        ["Transcoder__Scratch"] = scratch,
        ["Transcoder__Packager"] = Packager.Path,
        ["Transcoder__Nice"] = "0",
    };

    public Task MigrateAsync() => WithAsync(async db =>
    {
        await db.Database.MigrateAsync();
        return true;
    });

    /// <returns>The asset and what was made of it.</returns>
    public async Task<(Guid Asset, MediaPackage Package)> MakeAsync(AssetSource source, bool isProtected)
    {
        var asset = Guid.CreateVersion7();
        neighbours.Sources[asset] = source;
        AssetUploaded upload = new(asset, Guid.CreateVersion7(), AssetKinds.Feature, "film.mp4", source.Bytes, isProtected, [], 5, DateTimeOffset.UtcNow);
        await WithAsync(async db =>
        {
            await new TakeUpload(db, TimeProvider.System).HandleAsync(upload, new EventContext(Guid.CreateVersion7(), "bench", 1, "bench", upload.UploadedAt, "bench", 1), default);
            return await db.SaveChangesAsync();
        });
        return (asset, await DoneAsync(asset));
    }

    private async Task<MediaPackage> DoneAsync(Guid asset)
    {
        await Until.TrueAsync(async () =>
        {
            await Task.Delay(Look);
            return (await JobAsync(asset)).State.HasEnded();
        }, "the film is packaged", Patience);
        var job = await JobAsync(asset);
        return job.State == JobState.Done
            ? Json.Read<MediaPackage>(job.Package!)
            : throw new InvalidOperationException($"The job ended as {job.State}: {string.Join('\n', await WithAsync(db => db.Lines.Select(line => line.Text).ToListAsync()))}");
    }

    private Task<TranscodeJob> JobAsync(Guid asset) => WithAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.AssetId == asset));

    private async Task<T> WithAsync<T>(Func<TranscoderDb, Task<T>> work)
    {
        await using TranscoderDb db = new(_options);
        return await work(db);
    }

    private static DbContextOptions<TranscoderDb> Options(string database)
    {
        var options = new DbContextOptionsBuilder<TranscoderDb>();
        options.UseNpgsql(database).UseServiceConventions();
        return options.Options;
    }
}
