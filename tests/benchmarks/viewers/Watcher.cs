using System.Diagnostics;
using System.Net;

namespace Streamix.Benchmarks.Viewers;

/// <summary>A player with connections of its own: fetches each segment when the one before begins to play.</summary>
internal sealed class Watcher(Reel reel, string picture, Uri package, int first) : IDisposable
{
    private const int Connections = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = Connections }) { Timeout = Patience };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public Seen Seen { get; } = new();

    /// <param name="begins">How long it waits before it presses play.</param>
    public async Task WatchAsync(TimeSpan begins, TimeSpan time)
    {
        await Task.Delay(begins);
        var (clock, length) = (Stopwatch.StartNew(), TimeSpan.FromSeconds(reel.Seconds));
        await FetchAsync(reel.Beginning(picture));
        for (var number = 0; clock.Elapsed < time - begins; number++)
        {
            await FetchAsync(reel.Next(picture, first + number));
            var due = length * (number + 1);
            if (clock.Elapsed > due)
                Seen.Late++;
            else
                await Task.Delay(due - clock.Elapsed);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task FetchAsync(IEnumerable<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            try
            {
                await FetchAsync(piece);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                Seen.Failed(e.Message);
            }
        }
    }

    private async Task FetchAsync(Piece piece)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(package, piece.Path), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var read = await body.ReadAsync(_buffer);
        var firstByte = Stopwatch.GetElapsedTime(began);
        long bytes = read;
        for (; read > 0; bytes += read)
            read = await body.ReadAsync(_buffer);
        if (answer.StatusCode == HttpStatusCode.OK && bytes == piece.Bytes)
            Seen.Fetched(firstByte, bytes, answer.Headers.TryGetValues("Edge-Cache", out var cache) && cache.Contains("HIT"));
        else
            Seen.Failed($"{(int)answer.StatusCode}, {bytes} of {piece.Bytes} bytes");
    }
}

/// <summary>What one of them saw.</summary>
internal sealed class Seen
{
    public List<double> FirstBytes { get; } = [];

    public List<string> Failures { get; } = [];

    public long Bytes { get; private set; }

    public int Hits { get; private set; }

    /// <summary>Segments that took longer than they play.</summary>
    public int Late { get; set; }

    public void Fetched(TimeSpan firstByte, long bytes, bool hit)
    {
        FirstBytes.Add(firstByte.TotalMilliseconds);
        Bytes += bytes;
        Hits += hit ? 1 : 0;
    }

    public void Failed(string why) => Failures.Add(why);
}
