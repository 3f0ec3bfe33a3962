using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;

namespace Streamix.Media.Drm.Speke;

/// <summary>Gets keys from a commercial key server (SPEKE v2: a CPIX document without keys goes, the same one with keys comes back).</summary>
internal sealed partial class SpekeKeyServer(IHttpClientFactory clients, OwnCertificate own, IOptions<DrmOptions> options, ILogger<SpekeKeyServer> logger) : IKeyServer
{
    public const string Word = "speke";
    public const string Client = "speke";
    private const string Version = "2.0";
    private const string VersionHeader = "X-Speke-Version";
    private readonly SpekeOptions _options = options.Value.Speke;

    public string Name => Word;

    public async Task<IReadOnlyList<ServedKey>> ServeAsync(KeyOrder order, CancellationToken cancellationToken)
    {
        using var document = Request(order);
        try
        {
            using var answer = await SendAsync(document, cancellationToken);
            return Take(order, document, answer);
        }
        catch (KeyServerException e)
        {
            Log.Failed(logger, e, order.AssetId);
            throw;
        }
    }

    /// <summary>
    /// The key id of a tier is a function of what it is for: whoever asks again, also after a crash or at the same moment elsewhere, names
    /// the same keys, and the key server answers with the same ones.
    /// </summary>
    public static Guid KeyIdOf(KeyOrder order, string tier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes($"streamix content key {order.AssetId:n} {order.Scheme} {tier}"), hash);
        hash[6] = (byte)(hash[6] & 0x0f | 0x80);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return KeyId.Read(hash[..KeyId.Length]);
    }

    private CpixDocument Request(KeyOrder order)
    {
        var keys = order.Tiers.Select(tier => (Tier: tier, Id: KeyIdOf(order, tier))).ToArray();
        return new()
        {
            ContentId = order.AssetId.ToString(),
            Keys = [.. keys.Select(k => new CpixKey(k.Id, order.Scheme, iv: null, key: null))],
            Systems = [.. keys.SelectMany(k => _options.Systems.Select(name => new CpixSystem(k.Id, SystemIds.Named(name)!.Value, [])))],
            Period = _options.KeyPeriod,
            Rules = [.. keys.Select(k => TrackRules.Of(k.Id, k.Tier))],
        };
    }

    private async Task<CpixDocument> SendAsync(CpixDocument document, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        using (var certificate = own.Certificate())
            CpixWriter.Write(document, body, certificate);
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Address) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        request.Headers.Add(VersionHeader, Version);
        foreach (var (name, value) in _options.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(_options.Timeout);
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return await ReadAsync(response, deadline.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or Polly.ExecutionRejectedException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new KeyServerException("does not answer", e);
        }
    }

    private async Task<CpixDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            throw new KeyServerException($"answers {(int)response.StatusCode}");
        if (response.Headers.TryGetValues(VersionHeader, out var versions) && versions.Any(v => !v.StartsWith("2.", StringComparison.Ordinal)))
            throw new KeyServerException("speaks another version of SPEKE");

        var buffer = GC.AllocateArray<byte>(CpixReader.Largest + 1, pinned: true);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            if (length == buffer.Length)
                throw new KeyServerException("answers too much");
            using var key = own.PrivateKey();
            return CpixReader.Read(new MemoryStream(buffer, 0, length, writable: false), key);
        }
        catch (CpixException e)
        {
            throw new KeyServerException($"answers with something we do not take: {e.Message}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>What was asked for and nothing else; keys and key ids must be those of the request.</summary>
    private static IReadOnlyList<ServedKey> Take(KeyOrder order, CpixDocument asked, CpixDocument answer)
    {
        if (answer.ContentId is { } content && content != asked.ContentId)
            throw new KeyServerException("answers for something else");
        return ServedKey.All(order.Tiers.Select(tier =>
        {
            var id = KeyIdOf(order, tier);
            if (answer.Keys.FirstOrDefault(k => k.Id == id) is not { Key: { } material } key)
                throw new KeyServerException($"gave no key for {tier}");
            if (key.Scheme is { } scheme && scheme != order.Scheme)
                throw new KeyServerException("gave keys for another scheme");
            if (key.Iv is { Length: not KeyMaterial.Length })
                throw new KeyServerException("gave an IV that is not 16 bytes long");
            return new ServedKey(tier, id, KeyMaterial.Copy(material.AsSpan()), key.Iv ?? RandomNumberGenerator.GetBytes(KeyMaterial.Length), Boxes(answer, id));
        }));
    }

    private static byte[] Boxes(CpixDocument answer, Guid id)
    {
        byte[] boxes = [.. answer.Systems.Where(s => s.KeyId == id).SelectMany(s => s.Pssh)];
        return PsshBox.TryReadAll(boxes, out _) ? boxes : throw new KeyServerException("gave a damaged pssh box");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No keys for asset {AssetId}")]
        public static partial void Failed(ILogger logger, Exception exception, Guid assetId);
    }
}
