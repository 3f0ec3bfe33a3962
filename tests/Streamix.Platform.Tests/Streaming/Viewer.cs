using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Platform.Tests.Accounts;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Somebody's session that goes on as one of their profiles, and the calls of its player. What it started ends with it.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private const string Playbacks = "/api/v1/playback/playbacks";
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(30);
    private readonly List<Guid> _started = [];

    private Viewer(HttpClient http, SignedIn session, Guid profile) => (Http, Session, Profile) = (http, session, profile);

    public HttpClient Http { get; }

    public SignedIn Session { get; }

    public Guid Profile { get; }

    /// <param name="profile">The first one unless told.</param>
    public static async Task<Viewer> EnterAsync(AccountsGraph graph, Person person, Guid? profile = null, string? pin = null)
    {
        var session = await graph.People.SignInAsync(person);
        var http = graph.CreateBareClient().As(session.AccessToken);
        var picked = profile ?? (await ProfilesAsync(http))[0];
        var entered = await PickAsync(http, picked, pin);
        var token = entered.As<JsonElement>().GetProperty("accessToken").GetString()!;
        return new(http.As(token), session with { AccessToken = token }, picked);
    }

    public static Task<Reply> PickAsync(HttpClient http, Guid profile, string? pin = null) => Reply.ReadAsync(http.PutAsJsonAsync("/api/v1/session/profile", new { profileId = profile, pin }));

    public static async Task<IReadOnlyList<Guid>> ProfilesAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/profiles")).GetProperty("items").EnumerateArray().Select(profile => profile.GetProperty("id").GetGuid())];

    /// <summary>Presses play, once. Who does so ends what it started.</summary>
    public async Task<Reply> PressPlayAsync(Guid title, string key, string? pin = null, Guid? insteadOf = null, bool explain = false, CancellationToken ct = default)
    {
        var device = new { id = $"test-{key}", name = "A test", security = "software", outputProtection = "hdcp-2.2" }; // one each, as a device takes over from itself
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Playbacks}{(explain ? "?explain=true" : "")}") { Content = JsonContent.Create(new { titleId = title, device, pin, insteadOf }) };
        request.Headers.Add("Idempotency-Key", key);
        return await Reply.ReadAsync(Http.SendAsync(request, ct));
    }

    /// <summary>Presses play; again, under the same key, while nobody is there to decide.</summary>
    public async Task<Reply> AskAsync(Guid title, string? pin = null, Guid? insteadOf = null, string? key = null, bool explain = false)
    {
        var (same, reply) = (key ?? $"{Guid.NewGuid():n}", new Reply(0, ""));
        await Until.TrueAsync(
            async () => (reply = await PressPlayAsync(title, same, pin, insteadOf, explain)).Status < 500 ? true : throw new InvalidOperationException(reply.Text), "somebody decides", Spread);
        if (reply.Status == 201) _started.Add(reply.Json.GetProperty("playbackId").GetGuid());
        return reply;
    }

    /// <summary>Presses play until it plays: news of people and films need a moment to get around.</summary>
    public async Task<Started> StartAsync(Guid title, string? key = null)
    {
        Reply reply = null!;
        await Until.TrueAsync(async () => (reply = await AskAsync(title, key: key)).Status == 201 ? true : throw new InvalidOperationException(reply.Text), "it plays", Spread);
        return reply.As<Started>(201);
    }

    public Task<Reply> BeatAsync(Guid playback, long sequence, IReadOnlyList<PlayedPosition> positions, bool ended = false, CancellationToken ct = default) =>
        Reply.ReadAsync(Http.PostAsJsonAsync($"{Playbacks}/{playback}/heartbeats", new { sequence, positions, quality = new { playedSeconds = 1 }, ended }, ct));

    public Task<Reply> RenewAsync(Guid playback, CancellationToken ct = default) => Reply.ReadAsync(Http.PostAsync($"{Playbacks}/{playback}/renewals", content: null, ct));

    public Task<Reply> EndAsync(Guid playback) => Reply.ReadAsync(Http.DeleteAsync($"{Playbacks}/{playback}"));

    public Task<Reply> GetAsync(string path) => Reply.ReadAsync(Http.GetAsync(path));

    /// <summary>What the account plays now.</summary>
    public async Task<IReadOnlyList<Guid>> PlayingAsync() =>
        [.. (await GetAsync(Playbacks)).As<JsonElement>().GetProperty("items").EnumerateArray().Select(playback => playback.GetProperty("playbackId").GetGuid())];

    public async ValueTask DisposeAsync()
    {
        foreach (var playback in _started) await EndAsync(playback);
        Http.Dispose();
    }
}
