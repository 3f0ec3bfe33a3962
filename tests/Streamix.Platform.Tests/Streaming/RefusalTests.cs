using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Media;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Who may not watch what, each with its code, at the one door that players have.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class RefusalTests(AccountsGraph graph)
{
    private const string Pin = "2580";
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(30);
    private readonly Cinema _cinema = Cinema.Of(graph);

    [Fact]
    public async Task Start_OfNothing_IsNotFound()
    {
        await using var viewer = await _cinema.EnterAsync();

        var reply = await viewer.AskAsync(Guid.CreateVersion7());

        (reply.Status, reply.Code).ShouldBe((404, "no-such-title"));
    }

    [Fact]
    public async Task Start_BeyondThePlansStreams_IsRefusedAndTellsWhatPlays()
    {
        var film = await _cinema.OpenAsync();
        await using var viewer = await Viewer.EnterAsync(graph, await graph.People.JoinAsync());
        Guid[] playing = [(await viewer.StartAsync(film.Title)).PlaybackId, (await viewer.StartAsync(film.Title)).PlaybackId];

        var third = await viewer.AskAsync(film.Title);

        (third.Status, third.Code).ShouldBe((403, "too-many-streams"), third.Text);
        third.Json.GetProperty("streams").EnumerateArray().Select(stream => stream.GetProperty("playbackId").GetGuid()).ShouldBe(playing, ignoreOrder: true);
        (await viewer.AskAsync(film.Title, insteadOf: playing[0])).Status.ShouldBe(201);
        (await viewer.BeatAsync(playing[0], 1, [])).As<HeartbeatReply>().ShouldBe(new(1, "ended", "elsewhere", null, true));
        (await viewer.EndAsync(playing[1])).Status.ShouldBe(204);
        (await viewer.AskAsync(film.Title)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Start_AboveTheProfilesMaturity_IsRefused()
    {
        var (film, guest) = (await _cinema.OpenAsync(), await _cinema.GuestAsync());
        var child = await AddProfileAsync(guest, "Child", Cinema.MinimumAge - 1);
        await using var viewer = await Viewer.EnterAsync(graph, guest, child);

        await IsRefusedAsync(viewer, film, "above-maturity");
    }

    [Fact]
    public async Task Start_WithAWrongPin_IsRefused()
    {
        var (film, guest) = (await _cinema.OpenAsync(), await _cinema.GuestAsync());
        var profile = await AddProfileAsync(guest, "Shut", 18);
        using var http = await graph.People.ClientOfAsync(guest);
        (await Reply.ReadAsync(http.PutAsJsonAsync($"/api/v1/profiles/{profile}/pin", new { pin = Pin }))).Status.ShouldBe(204);

        var (none, wrong) = (await Viewer.PickAsync(http, profile), await Viewer.PickAsync(http, profile, "1357"));

        (none.Status, none.Code).ShouldBe((403, "pin-required"));
        (wrong.Status, wrong.Code).ShouldBe((403, "pin-wrong"));
        await using var viewer = await Viewer.EnterAsync(graph, guest, profile, Pin);
        var refused = await viewer.AskAsync(film.Title, pin: "1357");
        (refused.Status, refused.Code).ShouldBe((403, "pin-wrong"), refused.Text);
        (await viewer.AskAsync(film.Title, pin: Pin)).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("not-in-country", "DE", -1, null)]
    [InlineData("not-yet", "GB", 1, null)]
    [InlineData("no-longer", "GB", -2, -1)]
    public async Task Start_OutsideOfTheWindow_IsRefused(string code, string territory, int opens, int? closes)
    {
        var (film, now) = (await _cinema.LockedAsync(), DateTimeOffset.UtcNow);
        await using var viewer = await _cinema.EnterAsync();
        try
        {
            await _cinema.RewriteAsync(film, new Window(territory, now.AddDays(opens), closes is { } days ? now.AddDays(days) : null));

            await IsRefusedAsync(viewer, film, code);
            foreach (var header in (string[])["Streamix-Country", "CloudFront-Viewer-Country"]) viewer.Http.DefaultRequestHeaders.Add(header, "DE");
            (await viewer.AskAsync(film.Title)).Code.ShouldBe(code, "nobody believes a viewer's own word of where they are");
        }
        finally
        {
            await _cinema.RewriteAsync(film, Feature.Everywhere);
        }
        await Until.TrueAsync(async () => (await viewer.AskAsync(film.Title)).Status == 201, "it is open again", Spread);
    }

    [Fact]
    public async Task Start_OnASmallPlan_HasNoHigherRungsAndTheEdgesServeNone()
    {
        var film = await _cinema.OpenAsync();
        var person = await graph.People.JoinAsync();
        await using var viewer = await Viewer.EnterAsync(graph, person);
        using var edges = new EdgeReader();
        using var office = await RightsOffice.OpenAsync(graph);
        var (low, high) = (film.Renditions[0], film.Renditions[^1]);
        await office.PutOnPlanAsync(person.Account, mostLines: 240, streams: 2);

        var started = await viewer.StartAsync(film.Title);

        started.Quality.MostLines.ShouldBe(240);
        started.Quality.Renditions.ShouldBe([low]);
        foreach (var manifest in (string[])[started.Manifests.Hls, started.Manifests.Dash])
            (await viewer.GetAsync(manifest)).Text.ShouldSatisfyAllConditions(text => text.ShouldContain(low), text => text.ShouldNotContain(high));
        foreach (var edge in started.Edges)
        {
            (await edges.ReadAsync($"{edge.Base}video/{low}/init.mp4")).Status.ShouldBe(200);
            foreach (var file in (string[])[$"video/{high}/init.mp4", $"video/{high}/00001.m4s", $"{high}.m3u8", $"{high}-iframes.m3u8", "master.m3u8", "manifest.mpd"])
                (await edges.ReadAsync(edge.Base + file)).ShouldBe(new(403, "rendition\n"), file);
        }
    }

    /// <summary>News of profiles and titles need a moment to get around.</summary>
    private static async Task IsRefusedAsync(Viewer viewer, Feature film, string code)
    {
        Reply reply = null!;
        await Until.TrueAsync(async () =>
        {
            reply = await viewer.AskAsync(film.Title);
            if (reply.Status == 201) await viewer.EndAsync(reply.As<Started>(201).PlaybackId);
            return reply.Status != 201 && reply.Code == code;
        }, $"it is refused as {code}", Spread);
        reply.Status.ShouldBe(403);
        reply.Word("detail").ShouldNotBeNullOrEmpty();
    }

    private async Task<Guid> AddProfileAsync(Person person, string name, int maturity)
    {
        using var http = await graph.People.ClientOfAsync(person);
        return (await Reply.ReadAsync(http.PostAsJsonAsync("/api/v1/profiles", new { name, maturity }))).As<JsonElement>(201).GetProperty("id").GetGuid();
    }
}
