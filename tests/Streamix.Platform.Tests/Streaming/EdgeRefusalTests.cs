using System.Buffers.Text;
using System.Text;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>An address at the edges is good for what it was given for, as long as it was given for, and for nothing else.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class EdgeRefusalTests(AccountsGraph graph) : IAsyncLifetime
{
    private readonly Cinema _cinema = Cinema.Of(graph);
    private readonly EdgeReader _edges = new();
    private Feature _film = null!;
    private Viewer _viewer = null!;
    private Started _started = null!;

    private EdgeAddress Edge => _started.Edges[0];

    private string Segment => $"video/{_film.Renditions[0]}/init.mp4";

    public async Task InitializeAsync()
    {
        _film = await _cinema.OpenAsync();
        _viewer = await _cinema.EnterAsync();
        _started = await _viewer.StartAsync(_film.Title);
    }

    public async Task DisposeAsync()
    {
        await _viewer.DisposeAsync();
        _edges.Dispose();
    }

    [Fact]
    public async Task Token_OfAnotherTitle_IsRefused()
    {
        var other = await _cinema.LockedAsync();
        (await _edges.ReadAsync(Edge.Base + Segment)).Status.ShouldBe(200);

        (await _edges.ReadAsync(Edge.Base.Replace(_film.Prefix, other.Prefix, StringComparison.Ordinal) + Segment)).ShouldBe(new(403, "path\n"));
    }

    [Fact]
    public async Task Token_OfAnotherSession_OpensNothingOfThisOne()
    {
        await using var other = await Viewer.EnterAsync(graph, await graph.People.SomebodyAsync());
        var theirs = await other.StartAsync(_film.Title);
        var spliced = $"{Edge.Token.Split('.')[0]}.{theirs.Edges.Single(edge => edge.Name == Edge.Name).Token.Split('.')[1]}";

        (await _edges.ReadAsync(Edge.Base.Replace(Edge.Token, spliced, StringComparison.Ordinal) + Segment)).ShouldBe(new(403, "token\n"));
        (await other.BeatAsync(_started.PlaybackId, 1, [new(5, DateTimeOffset.UtcNow)])).Status.ShouldBe(404);
        (await other.RenewAsync(_started.PlaybackId)).Status.ShouldBe(404);
        (await other.EndAsync(_started.PlaybackId)).Status.ShouldBe(404);
        (await other.GetAsync(_started.Manifests.Hls.Split('?')[0] + "?" + theirs.Manifests.Hls.Split('?')[1])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Path_Altered_IsRefused()
    {
        var payload = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(Edge.Token.Split('.')[0]));
        var (fields, signature) = (payload.Split(';'), Edge.Token.Split('.')[1]);
        fields[2] = $"{DateTimeOffset.UtcNow.AddYears(1).ToUnixTimeSeconds()}";
        string[] tokens = [$"{Encode(string.Join(';', fields))}.{signature}", $"{Encode($"{payload} ")}.{signature}", $"{Edge.Token}A", $"{Edge.Token[..^2]}", $".{signature}"];
        string[] paths = ["..%2f", "../", "%2e%2e/", "./../", "../../", "%00", "..%252f"];

        foreach (var token in tokens)
            (await _edges.ReadAsync(Edge.Base.Replace(Edge.Token, token, StringComparison.Ordinal) + Segment)).Status.ShouldBeOneOf(403, 404);
        foreach (var path in paths)
            (await _edges.ReadAsync($"{Edge.Base}{path}{Segment}")).Status.ShouldBeOneOf([400, 403, 404], path);
        (await _edges.ReadAsync($"{Edge.Base[..Edge.Base.IndexOf("/t/", StringComparison.Ordinal)]}/{_film.Prefix}{Segment}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Address_AfterItsExpiry_IsRefusedWhileTheRenewedOneIsGood()
    {
        (await _edges.ReadAsync(Edge.Base + Segment)).Status.ShouldBe(200);
        await Until.TrueAsync(() => DateTimeOffset.UtcNow > _started.Renewal.RenewAt, "it is time to renew", StreamingTerms.TokenLifetime);
        var renewed = (await _viewer.RenewAsync(_started.PlaybackId)).As<Renewed>().Edges.Single(edge => edge.Name == Edge.Name);
        (await _edges.ReadAsync(Edge.Base + Segment)).Status.ShouldBe(200, "the old one is good until its own end");

        await Until.TrueAsync(async () => await _edges.ReadAsync(Edge.Base + Segment) is { Status: 403, Text: "expired\n" }, "the old one has expired", StreamingTerms.TokenLifetime);

        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(_started.Renewal.ExpiresAt.AddSeconds(-1));
        (await _edges.ReadAsync(renewed.Base + Segment)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Licence_WithoutAPlayback_IsRefused()
    {
        var film = await _cinema.LockedAsync();
        var key = film.Package.GetProperty("protection").GetProperty("keys").GetProperty("sd").GetString();
        var licence = (await _viewer.StartAsync(film.Title)) is { Licence: { } terms } started ? (terms.Token, started.PlaybackId) : throw new InvalidOperationException("It has no licence.");
        (await KeyAsync(key, licence.Token)).Status.ShouldBe(200);

        (await KeyAsync(key, null)).ShouldBeRefused(401, "no-token");
        (await KeyAsync(key, Edge.Token)).ShouldBeRefused(401, "bad-token");
        (await _viewer.EndAsync(licence.PlaybackId)).Status.ShouldBe(204);

        Reply reply = null!;
        await Until.TrueAsync(async () => (reply = await KeyAsync(key, licence.Token)).Status != 200, "the playback has ended for the keys as well", TimeSpan.FromSeconds(10));
        reply.ShouldBeRefused(403, "withdrawn");
    }

    private async Task<Reply> KeyAsync(string? key, string? token)
    {
        using var http = graph.CreateBareClient();
        if (token is not null) http.DefaultRequestHeaders.Add("Playback-Token", token);
        return await Reply.ReadAsync(http.GetAsync($"/api/v1/drm/keys/{key}"));
    }

    private static string Encode(string payload) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(payload));
}

file static class Refused
{
    public static void ShouldBeRefused(this Reply reply, int status, string reason) => (reply.Status, reply.Word("reason")).ShouldBe((status, reason), reply.Text);
}
