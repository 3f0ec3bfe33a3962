using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>
/// Brings a source from the object store to the local disk. A broken transfer goes on where it broke, an expired address is asked for anew,
/// and the bytes are of one version: size and entity tag are compared with each answer.
/// </summary>
internal sealed partial class SourceFetcher(IHttpClientFactory http, IServiceScopeFactory scopes, IOptions<TranscoderOptions> options, TimeProvider time, ILogger<SourceFetcher> logger)
{
    public const string Client = "sources";
    private const int Buffer = 256 * 1024;
    private const int MostBreaks = 5;
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    /// <summary>Where the source of an asset is now.</summary>
    /// <exception cref="AssetGoneException">It is nowhere.</exception>
    public async Task<AssetSource> AskAsync(Guid assetId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AssetsClient>().SourceAsync(assetId, cancellationToken) ?? throw new AssetGoneException(assetId);
    }

    /// <summary>Goes on with what <paramref name="path"/> holds of it already.</summary>
    /// <exception cref="SourceChangedException">It does not have, or no longer has, this entity tag and size.</exception>
    public async Task FetchAsync(Guid assetId, string tag, long bytes, string path, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.Seek(0, SeekOrigin.End);
        var breaks = 0;
        while (true)
        {
            var source = await AskAsync(assetId, cancellationToken);
            if (source.ETag != tag)
                throw new SourceChangedException("it has another entity tag");
            if (source.Bytes != bytes)
                throw new SourceChangedException("it has another size");
            var before = file.Length;
            if (before == bytes || await TryTransferAsync(source, file, progress, cancellationToken))
                return;

            Log.Broken(logger, assetId, file.Length, bytes);
            breaks = file.Length > before ? 0 : breaks + 1;
            if (breaks >= MostBreaks)
                throw new DependencyUnavailableException("objects");
            await Task.Delay(options.Value.FirstRetry, time, cancellationToken);
        }
    }

    /// <summary>Reads a small file beside a source.</summary>
    public async Task FetchTextAsync(TextSource text, string path, long most, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(Client);
        using var response = await client.GetAsync(text.Url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var file = File.Create(path);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await CopyAsync(content, file, most, progress: null, cancellationToken);
    }

    /// <summary>False when it broke off, or the address does not work any more.</summary>
    private async Task<bool> TryTransferAsync(AssetSource source, FileStream file, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Get, source.Url);
            request.Headers.Range = new(file.Length, null);
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{source.ETag}\"");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.PreconditionFailed)
                throw new SourceChangedException("the store has another version");
            if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound)
                return false;
            response.EnsureSuccessStatusCode();
            Check(source, response, file);
            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            await CopyAsync(content, file, source.Bytes, progress, cancellationToken);
            return file.Length == source.Bytes;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Check(AssetSource source, HttpResponseMessage response, FileStream file)
    {
        if (response.Headers.ETag is { } tag && tag.Tag.Trim('"') != source.ETag)
            throw new SourceChangedException("the store has another version");
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (response.Content.Headers.ContentRange is not { From: { } from, Length: var length } || from != file.Length || length is { } all && all != source.Bytes)
                throw new SourceChangedException("the store has another size");
            return;
        }
        // A store that knows no ranges sends all of it again.
        file.SetLength(0);
    }

    private static async Task CopyAsync(Stream from, FileStream to, long most, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var buffer = new byte[Buffer];
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (true)
        {
            stall.CancelAfter(Stall);
            var read = await from.ReadAsync(buffer, stall.Token);
            if (read == 0)
                break;
            if (to.Length + read > most)
                throw new SourceChangedException("it is larger than announced");
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress?.Report(most > 0 ? (double)to.Length / most : 1);
        }
        await to.FlushAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The transfer of asset {AssetId} broke off at {Have} of {Bytes} bytes; it goes on")]
        public static partial void Broken(ILogger logger, Guid assetId, long have, long bytes);
    }
}
