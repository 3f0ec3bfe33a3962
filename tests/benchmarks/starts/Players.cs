using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Starts;

/// <summary>What players and others ask streaming-playback-context.</summary>
internal sealed class Players(Platform platform, IReadOnlyList<Viewer> viewers, IReadOnlyList<Title> titles) : IDisposable
{
    private const string Route = "/playback/playbacks";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = platform.Playbacks.Address };
    private readonly ConcurrentQueue<Guid> _started = new();
    private int _incomplete;

    /// <summary>Starts whose answer lacked something.</summary>
    public int Incomplete => _incomplete;

    public async Task<bool> PressPlayAsync(int number)
    {
        var (viewer, title) = (viewers[number], titles[number % titles.Count]);
        using var request = As(viewer, new(HttpMethod.Post, Route)
        {
            Content = JsonContent.Create(new { titleId = title.Id, device = new { id = $"device-{number}", name = "Chromium on Linux", security = "software", outputProtection = "none" } }),
        });
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("n"));
        using var answer = await _http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Created)
            return Failed(await answer.Content.ReadAsStringAsync());
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (body.GetProperty("missing").GetArrayLength() > 0)
            Interlocked.Increment(ref _incomplete);
        _started.Enqueue(body.GetProperty("playbackId").GetGuid());
        return body.GetProperty("licence").ValueKind == JsonValueKind.Object && body.GetProperty("edges").GetArrayLength() == 2;
    }

    /// <summary>The reference: the same door, an authenticated caller, one small reading of the database.</summary>
    public async Task<bool> ListAsync(int number)
    {
        using var request = As(viewers[number], new(HttpMethod.Get, Route));
        using var answer = await _http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Milliseconds of each part of the latest starts, as the service noted them.</summary>
    public async Task<IReadOnlyDictionary<string, Figures>> PartsAsync(int count)
    {
        using var operators = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = platform.Playbacks.Address }.As(platform.Tokens.User(null, "admin"));
        List<KeyValuePair<string, double>> took = [];
        foreach (var id in _started.TakeLast(count))
        {
            var playback = await operators.GetFromJsonAsync<JsonElement>($"{Route}/{id}?explain=true");
            took.AddRange(playback.GetProperty("explanation").GetProperty("parts").EnumerateObject().Select(part => KeyValuePair.Create(part.Name, part.Value.GetDouble())));
        }
        return took.GroupBy(part => part.Key, StringComparer.Ordinal).ToDictionary(part => part.Key, part => new Figures(part.Select(one => one.Value)), StringComparer.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage As(Viewer viewer, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", viewer.Token);
        return request;
    }

    private bool Failed(string answer)
    {
        if (_started.IsEmpty)
            throw new InvalidOperationException($"Nothing plays: {answer}");
        return false;
    }
}
