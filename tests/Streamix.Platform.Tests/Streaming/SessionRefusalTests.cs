using System.Diagnostics;
using System.Net.Http.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Accounts.Routes;
using Streamix.Testing;
using Streamix.Testing.Tokens;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Nothing plays without a session, and nothing goes on when it has ended.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class SessionRefusalTests(AccountsGraph graph, ITestOutputHelper output)
{
    private const string Playbacks = "/api/v1/playback/playbacks";
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);
    private readonly Cinema _cinema = Cinema.Of(graph);

    [Fact]
    public async Task Start_SignedOut_IsUnauthorized()
    {
        await using var viewer = await _cinema.EnterAsync();
        using var stranger = graph.CreateBareClient();
        (await Reply.ReadAsync(stranger.PostAsJsonAsync(Playbacks, new { }))).Status.ShouldBe(401);

        (await SignOutAsync(viewer)).Status.ShouldBe(204);

        Reply reply = null!;
        await Until.TrueAsync(async () => (reply = await viewer.AskAsync(Guid.NewGuid())).Status == 401, "the ended session is refused", Promised);
        reply.Word("reason").ShouldBe("signed-out");
    }

    [Fact]
    public async Task Start_WithAnExpiredToken_IsUnauthorized()
    {
        await using var viewer = await _cinema.EnterAsync();
        using var issuer = await PlatformKey.StealAsync(graph);
        var expired = issuer.Sign(Forgeries.Claims(viewer.Session.AccessToken), lifetime: TimeSpan.FromMinutes(15), startsIn: TimeSpan.FromMinutes(-20));
        using var http = graph.CreateBareClient().As(expired);

        var reply = await Reply.ReadAsync(http.PostAsJsonAsync(Playbacks, new { }));

        reply.Status.ShouldBe(401);
        reply.Word("detail")!.ShouldContain("expired");
    }

    [Fact]
    public async Task Start_WithoutAProfile_IsRefused()
    {
        using var http = await graph.People.ClientOfAsync(await _cinema.GuestAsync());

        var reply = await Reply.ReadAsync(http.PostAsJsonAsync(Playbacks, new { titleId = Guid.NewGuid(), device = new { id = "test", name = "A test" } }));

        (reply.Status, reply.Code).ShouldBe((403, "no-profile"));
    }

    [Fact]
    public async Task SignOut_InMidPlay_StopsThePlaybackAtEveryEdgeWithinTenSeconds()
    {
        var film = await _cinema.OpenAsync();
        await using var viewer = await _cinema.EnterAsync();
        using var edges = new EdgeReader();
        using var anybody = graph.CreateBareClient();
        var started = await viewer.StartAsync(film.Title);
        started.Edges.Count.ShouldBe(2);
        string[] segments = [.. started.Edges.Select(edge => $"{edge.Base}video/{film.Renditions[0]}/init.mp4")];
        foreach (var segment in segments) (await edges.ReadAsync(segment)).Status.ShouldBe(200);

        var clock = Stopwatch.StartNew();
        (await SignOutAsync(viewer)).Status.ShouldBe(204);

        await Task.WhenAll(segments.Select(async (segment, i) =>
        {
            await Until.TrueAsync(async () => await edges.ReadAsync(segment) is { Status: 403, Text: "revoked\n" }, $"{started.Edges[i].Name} refuses", Promised);
            output.WriteLine($"{started.Edges[i].Name} refuses after {clock.Elapsed.TotalSeconds:0.0} s");
        }));
        (await viewer.BeatAsync(started.PlaybackId, 1, [])).Status.ShouldBe(401);
        var manifest = await Reply.ReadAsync(anybody.GetAsync(started.Manifests.Hls));
        (manifest.Status, manifest.Code, manifest.Word("reason")).ShouldBe((410, "playback-ended", "revoked"));
    }

    private static Task<Reply> SignOutAsync(Viewer viewer) => Reply.ReadAsync(viewer.Http.PostAsync("/api/v1/session/sign-out", content: null));
}
