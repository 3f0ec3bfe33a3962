using System.Globalization;
using System.Net.Sockets;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>Speaks to nginx over its own socket.</summary>
internal sealed class InnerClient(FolderHandle folder) : IDisposable
{
    private const string ActivePrefix = "Active connections:";
    private static readonly TimeSpan StatusPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FillPatience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.PathOf(EdgeFolder.Inner)), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    }) { BaseAddress = new("http://nginx/"), Timeout = FillPatience };

    /// <summary>Open connections; null when nginx does not answer.</summary>
    public async Task<int?> ConnectionsAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StatusPatience);
        try
        {
            var text = await _http.GetStringAsync("status", patience.Token);
            return text.StartsWith(ActivePrefix, StringComparison.Ordinal)
                ? int.Parse(text.AsSpan(ActivePrefix.Length, text.IndexOf('\n', StringComparison.Ordinal) - ActivePrefix.Length), CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Puts an object into the cache, if it is not there; its bytes.</summary>
    /// <exception cref="HttpRequestException">It could not be fetched.</exception>
    public async Task<long> WarmAsync(string key, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"warm/{key}", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await content.CopyToAsync(Stream.Null, cancellationToken);
        return response.Content.Headers.ContentLength ?? 0;
    }

    public void Dispose() => _http.Dispose();
}
