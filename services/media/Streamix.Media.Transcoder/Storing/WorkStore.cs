using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Queue;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>Keeps what tasks have made where every replica can get it.</summary>
internal sealed class WorkStore(RenditionBucket bucket, IOptions<TranscoderOptions> options)
{
    private const int Buffer = 128 * 1024;
    private static readonly PutOptions Private = new(CacheControl: "private, no-store");

    /// <summary>Stores files of <paramref name="folder"/> under the lease's token.</summary>
    public async Task<IReadOnlyList<WorkFile>> SaveAsync(TaskLease lease, string folder, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var saved = new ConcurrentBag<WorkFile>();
        await Parallel.ForEachAsync(names, AtOnce(cancellationToken), async (name, token) =>
        {
            var key = $"{lease.Job.WorkFolder}{lease.Task.Id}/{lease.Token}/{name}";
            await using var file = File.OpenRead(Path.Combine(folder, name));
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, token));
            var bytes = file.Position;
            file.Position = 0;
            await bucket.PutAsync(key, file, Private, token);
            saved.Add(new(name, key, bytes, hash));
        });
        return [.. saved.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>Fetches files into <paramref name="folder"/> and compares their checksums.</summary>
    /// <exception cref="WorkLostException">One is gone or damaged.</exception>
    public Task FetchAsync(IEnumerable<WorkFile> files, string folder, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(files, AtOnce(cancellationToken), async (file, token) => await FetchAsync(file, folder, token));

    private async Task FetchAsync(WorkFile file, string folder, CancellationToken cancellationToken)
    {
        await using var stored = await bucket.GetAsync(file.Key, cancellationToken) ?? throw new WorkLostException(file.Key, "is gone");
        if (stored.Facts.Bytes != file.Bytes)
            throw new WorkLostException(file.Key, "has another size");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var target = File.Create(Path.Combine(folder, file.Name)))
        {
            var buffer = new byte[Buffer];
            while (await stored.Content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            throw new WorkLostException(file.Key, "has another checksum");
    }

    private ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Value.Transfers, CancellationToken = cancellationToken };
}
