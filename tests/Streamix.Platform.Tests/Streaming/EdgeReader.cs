using System.Text.RegularExpressions;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Reads from edges as players do: plain requests, nobody's session.</summary>
internal sealed partial class EdgeReader : IDisposable
{
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(30) });

    public Task<Reply> ReadAsync(string address) => Reply.ReadAsync(_http.GetAsync(new Uri(address, AsItStands)));

    /// <summary>The bytes of an object.</summary>
    /// <exception cref="HttpRequestException">It is refused, or nobody answers.</exception>
    public Task<byte[]> BytesAsync(string address, CancellationToken ct = default) => _http.GetByteArrayAsync(new Uri(address), ct);

    /// <summary>Absolute addresses of all that a playlist names.</summary>
    public async Task<IReadOnlyList<string>> NamedAsync(string playlist)
    {
        var reply = await ReadAsync(playlist);
        if (reply.Status != 200) throw new InvalidOperationException($"{playlist}: {reply.Status} {reply.Text}");
        return Names(playlist, reply.Text);
    }

    public static IReadOnlyList<string> Names(string address, string playlist)
    {
        var (root, lines) = (new Uri(address), playlist.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return [.. lines.Select(line => line[0] == '#' ? Quoted().Match(line).Groups["uri"].Value : line).Where(name => name.Length > 0).Select(name => new Uri(root, name).ToString()).Distinct(StringComparer.Ordinal)];
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("[:,]URI=\"(?<uri>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
