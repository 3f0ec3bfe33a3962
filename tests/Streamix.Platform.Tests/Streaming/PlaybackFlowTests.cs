using System.Text.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Platform.Tests.Media;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Flow 4: a film that was published plays, and goes on where it was left.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class PlaybackFlowTests(AccountsGraph graph)
{
    private readonly Cinema _cinema = Cinema.Of(graph);
    private long _beats;

    [Fact]
    public async Task Film_Published_PlaysAndResumesAndLeavesNoSlot()
    {
        var (film, person) = (await _cinema.OpenAsync(), await graph.People.JoinAsync());
        await using var viewer = await Viewer.EnterAsync(graph, person);
        var started = await viewer.StartAsync(film.Title, key: "first");
        (started.Duration, started.Licence, started.Resume).ShouldBe((film.Duration, null, new(0, false)));
        started.Quality.Renditions.ShouldBe(film.Renditions);
        started.Missing.ShouldBeEmpty();
        (await viewer.AskAsync(film.Title, key: "first")).As<Started>(201).PlaybackId.ShouldBe(started.PlaybackId, "a repeat is the same playback");
        await ReadsAsync(viewer, started);

        var beat = (await viewer.BeatAsync(started.PlaybackId, ++_beats, [new(6.5, DateTimeOffset.UtcNow), new(4.5, DateTimeOffset.UtcNow.AddSeconds(-2))])).As<HeartbeatReply>();

        beat.ShouldBe(new(1, "playing", null, null, true));
        (await viewer.PlayingAsync()).ShouldBe([started.PlaybackId]);
        (await viewer.EndAsync(started.PlaybackId)).Status.ShouldBe(204);
        var again = await viewer.StartAsync(film.Title);
        again.Resume.ShouldBe(new(6.5, false));
        (await viewer.EndAsync(again.PlaybackId)).Status.ShouldBe(204);
        (await viewer.PlayingAsync()).ShouldBeEmpty();
        using var office = await RightsOffice.OpenAsync(graph);
        (await office.SlotsAsync(person.Account, viewer.Profile, film.Title)).ShouldBeEmpty();
        (await viewer.GetAsync("/api/v1/history/continue")).As<JsonElement>().GetProperty("items")[0].GetProperty("position").GetDouble().ShouldBe(6.5);
    }

    /// <summary>What stands in the manifest is there, at both edges, and a decoder finds every frame.</summary>
    private async Task ReadsAsync(Viewer viewer, Started started)
    {
        using var edges = new EdgeReader();
        var playlists = await PlaylistsAsync(viewer, started);
        foreach (var playlist in playlists)
        foreach (var named in await edges.NamedAsync(playlist))
            (await edges.BytesAsync(named)).ShouldNotBeEmpty(named);
        foreach (var manifest in (string[])[started.Manifests.Hls, started.Manifests.Dash])
            (await Tools.FramesAsync(new Uri(viewer.Http.BaseAddress!, manifest).ToString())).ShouldBe((int)Math.Round(started.Duration * Footage.FramesPerSecond), manifest);
    }

    /// <summary>
    /// A manifest names the edges that were well when its addresses were made; on a busy machine one may have been silent just then. So others are asked for,
    /// by a player that is heard meanwhile: of one that is silent for so long the playback ends.
    /// </summary>
    private async Task<IReadOnlyList<string>> PlaylistsAsync(Viewer viewer, Started started)
    {
        var master = new Uri(viewer.Http.BaseAddress!, started.Manifests.Hls).ToString();
        IReadOnlyList<string> playlists = [];
        await Until.TrueAsync(
            async () =>
            {
                var named = EdgeReader.Names(master, (await viewer.GetAsync(started.Manifests.Hls)).Text);
                playlists = [.. named.Where(name => name.Contains(".m3u8", StringComparison.Ordinal) && name.Contains("/t/", StringComparison.Ordinal))];
                if (started.Edges.All(edge => playlists.Any(name => ServerOf(name) == ServerOf(edge.Base)))) return true;
                (await viewer.BeatAsync(started.PlaybackId, ++_beats, [])).As<HeartbeatReply>().State.ShouldBe("playing");
                await viewer.RenewAsync(started.PlaybackId);
                return false;
            },
            "the manifest names every edge",
            TimeSpan.FromMinutes(3));
        return playlists;

        // What follows it is renewed with the manifest when the first addresses are old already.
        static string ServerOf(string address) => new Uri(address).Authority;
    }

    [Fact]
    public async Task Start_Explained_TellsRightsRungsAndWhatIsNotForViewers()
    {
        var film = await _cinema.OpenAsync();
        await using var viewer = await _cinema.EnterAsync();

        var explanation = (await viewer.AskAsync(film.Title, explain: true)).As<JsonElement>(201).GetProperty("explanation");

        explanation.GetProperty("country").GetString().ShouldBe("GB");
        explanation.GetProperty("rights").EnumerateArray().ShouldAllBe(check => check.GetProperty("passed").GetBoolean());
        explanation.GetProperty("rungs").EnumerateArray().Select(rung => rung.GetProperty("name").GetString()).ShouldBe(film.Renditions);
        explanation.GetProperty("edges").ValueKind.ShouldBe(JsonValueKind.Null, "how we run is for operators");
    }
}
