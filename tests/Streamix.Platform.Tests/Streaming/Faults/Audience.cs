using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Platform.Tests.Accounts;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>Families that all watch the same film, each person as a profile of their own and as many as their plan allows; and somebody who comes and goes.</summary>
internal sealed class Audience : IAsyncDisposable
{
    private const int Family = 4;
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(45);
    private readonly Feature _film;
    private readonly RightsOffice _office;
    private readonly EdgeReader _edges = new();
    private readonly List<(Person Account, SimulatedPlayer Player)> _seats = [];

    private Passer? _passer;

    private Audience(Feature film, RightsOffice office) => (_film, _office) = (film, office);

    public IReadOnlyList<SimulatedPlayer> Players => [.. _seats.Select(seat => seat.Player)];

    public Passer Passer => _passer!;

    public static async Task<Audience> GatherAsync(AccountsGraph graph, Feature film, int people)
    {
        var audience = new Audience(film, await RightsOffice.OpenAsync(graph));
        for (var seated = 0; seated < people; seated += Family) await audience.SeatAsync(graph, Math.Min(Family, people - seated));
        audience._passer = await audience.InviteAsync(graph);
        return audience;
    }

    /// <summary>Exactly what plays holds a slot, and where all are taken nobody else gets one.</summary>
    public async Task SlotsAreRightAsync()
    {
        foreach (var family in _seats.GroupBy(seat => seat.Account))
        {
            var (viewer, playing) = (family.First().Player.Viewer, family.Select(seat => seat.Player.PlaybackId).ToHashSet());
            await Until.TrueAsync(async () => playing.SetEquals(await _office.SlotsAsync(family.Key.Account, viewer.Profile, _film.Title)), $"{playing.Count} slots are taken", Spread);
            (await viewer.AskAsync(_film.Title)).Code.ShouldBe("too-many-streams");
        }
    }

    /// <summary>Where the history says each of them was last, beside where it was.</summary>
    public async Task<IReadOnlyList<(double Was, double Told)>> PauseAsync() => await Task.WhenAll(Players.Select(async player =>
    {
        var was = await player.PauseAsync();
        var told = (await player.Viewer.GetAsync($"/api/v1/history/titles/{_film.Title}")).As<JsonElement>();
        return (was, told.GetProperty("position").GetDouble());
    }));

    /// <summary>Ends all, and begins all anew: every slot is free again, and each goes on where it was.</summary>
    public async Task<IReadOnlyList<double>> BeginAgainAsync()
    {
        foreach (var player in Players) (await player.Viewer.EndAsync(player.PlaybackId)).Status.ShouldBe(204);
        foreach (var family in _seats.GroupBy(seat => seat.Account))
            await Until.TrueAsync(async () => (await _office.SlotsAsync(family.Key.Account, family.First().Player.Viewer.Profile, _film.Title)).Count == 0, "no slot is taken", Spread);
        return await Task.WhenAll(Players.Select(player => ResumeAsync(player.Viewer)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_passer is { } passer) await passer.DisposeAsync();
        foreach (var player in Players) await player.Viewer.DisposeAsync();
        _office.Dispose();
        _edges.Dispose();
    }

    /// <summary>A start does without the history when that is late; then once more.</summary>
    private async Task<double> ResumeAsync(Viewer viewer)
    {
        Started started;
        for (started = await viewer.StartAsync(_film.Title); started.Resume is null; started = await viewer.StartAsync(_film.Title))
            (await viewer.EndAsync(started.PlaybackId)).Status.ShouldBe(204);
        return started.Resume.Position;
    }

    /// <summary>On an account of its own, which does not run out of slots when one is given back late.</summary>
    private async Task<Passer> InviteAsync(AccountsGraph graph)
    {
        var person = await graph.People.JoinAsync();
        await _office.PutOnPlanAsync(person.Account, mostLines: 1080, streams: 8);
        return new(await Viewer.EnterAsync(graph, person), _film);
    }

    private async Task SeatAsync(AccountsGraph graph, int people)
    {
        var person = await graph.People.JoinAsync();
        await _office.PutOnPlanAsync(person.Account, mostLines: 1080, streams: people);
        using var http = await graph.People.ClientOfAsync(person);
        for (var i = 1; i < people; i++) (await Reply.ReadAsync(http.PostAsJsonAsync("/api/v1/profiles", new { name = $"Viewer {i}" }))).Status.ShouldBe(201);
        foreach (var profile in await Viewer.ProfilesAsync(http))
            _seats.Add((person, new(await Viewer.EnterAsync(graph, person, profile), _film, _edges)));
    }
}
