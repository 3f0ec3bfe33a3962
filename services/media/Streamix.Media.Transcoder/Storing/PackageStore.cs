using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>Puts packages where viewers will find them. Nobody knows of one before its job is committed.</summary>
internal sealed class PackageStore(RenditionBucket bucket, IOptions<TranscoderOptions> options)
{
    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Never the same for two attempts: the token of the lease is part of it.</summary>
    public static string VersionOf(DateTimeOffset now, long token) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddHHmmss}-{token}");

    public static string PrefixOf(Guid assetId, string version) => $"{TranscodeJob.Folder(assetId)}{version}/";

    /// <summary>Stores all files of <paramref name="folder"/> and its subfolders below <paramref name="prefix"/>; their bytes.</summary>
    public async Task<long> SaveAsync(string prefix, string folder, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        var (bytes, stored) = (0L, 0);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Transfers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, atOnce, async (path, token) =>
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            await using var content = File.OpenRead(path);
            await bucket.PutAsync(prefix + name, content, new PutOptions(ContentTypes.Of(name), Immutable), token);
            Interlocked.Add(ref bytes, content.Length);
            progress.Report((double)Interlocked.Increment(ref stored) / files.Length);
        });
        return bytes;
    }
}
