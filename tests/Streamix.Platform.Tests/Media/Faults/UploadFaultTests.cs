using System.Globalization;
using Aspire.Hosting.Testing;
using Shouldly;
using Streamix.Platform.Tests.Accounts.Faults;
using Streamix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>Flow 3 while whatever it needs is killed.</summary>
[Collection(nameof(MortalGraph))]
public sealed class UploadFaultTests(MortalGraph graph, ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";
    private static readonly int Uploads = IsLong ? 20 : 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(IsLong ? 15 : 4);
    private static readonly int[] Lengths = [2, 6, 3, 4];
    private static readonly string[] Victims = ["media-transcoder", "media-catalog", "media-transcoder", "bus", "local-s3", "media-drm", "postgres"];

    /// <summary>Set FAULT_SEED to see a run again, as far as the machine's own timing allows.</summary>
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    [Fact]
    public async Task Uploads_WithKillsOfWorkersCatalogBrokerAndStore_EachReadyExactlyOnce()
    {
        output.WriteLine($"seed {_seed}");
        await JoinAsync();
        using var handler = new PatientHandler(AdministratorAsync);
        using var http = new HttpClient(handler) { BaseAddress = graph.Application.GetEndpoint("infra-gateway"), Timeout = Timeout.InfiniteTimeSpan };
        using var store = new HttpClient(new PatientHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        var mark = $"{Guid.NewGuid():n}"[..8];
        Film[] films = [.. Enumerable.Range(0, Uploads).Select(i => new Film(new(http, store), $"Mortal {mark} {i}", Lengths[i % Lengths.Length], i % 2 == 1, Patience))];
        var reaper = new Reaper(graph, new Random(_seed), Victims);
        try
        {
            await ComeOutWhileKillingAsync(films, reaper, new Random(_seed));
        }
        finally
        {
            output.WriteLine($"killed {reaper.Killed.Count}: {string.Join(", ", reaper.Killed)}; {handler.Repeats} requests repeated");
        }
        await EachIsReadyOnceAsync(films);
        await EachIsWholeAsync(films);
        await EachIsFoundOnceAsync(films);
    }

    /// <summary>Everybody has an account before the first kill.</summary>
    private async Task JoinAsync()
    {
        await AdministratorAsync();
        await graph.People.SomebodyAsync();
    }

    private async Task<string> AdministratorAsync()
    {
        using var client = await graph.People.AdministratorAsync();
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    /// <summary>The uploads are spread over the kills, which go on while there is work.</summary>
    private static async Task ComeOutWhileKillingAsync(Film[] films, Reaper reaper, Random random)
    {
        var (kills, coming) = (IsLong ? reaper.Kills(4) : Victims.Length, new List<Task>());
        for (var kill = 0; kill < kills; kill++)
        {
            coming.AddRange(films[(kill * films.Length / kills)..((kill + 1) * films.Length / kills)].Select(film => film.ComeOutAsync()));
            await Task.Delay(random.Next(3000));
            await reaper.KillAsync();
        }
        await Task.WhenAll(coming);
    }

    private async Task EachIsReadyOnceAsync(Film[] films)
    {
        var books = new MediaBooks(graph);
        await books.SettleAsync();
        var (moves, assets, jobs, troubles) = (await books.MovesAsync(), await books.AssetsAsync(), await books.JobsAsync(), await books.TroublesAsync());
        foreach (var film in films)
        {
            var version = film.View.GetProperty("package").GetProperty("version").GetString();
            moves[film.Title].ShouldBe(["draft → processing", "processing → ready", "ready → published"], film.Name);
            assets[film.Title].ShouldBe([$"{film.Asset} Ready {version}"], film.Name);
            jobs[film.Asset].ShouldBe([$"done 1 {version}"], film.Name);
            if (troubles[film.Asset].Any()) output.WriteLine($"{film.Name}: {string.Join("; ", troubles[film.Asset])}");
        }
    }

    private async Task EachIsWholeAsync(Film[] films)
    {
        using var shelf = await Shelf.OpenAsync(graph, "media-renditions");
        using var keys = await ContentKeys.AskAsync(graph);
        var (package, objects) = (new StoredPackage(shelf, keys), 0);
        foreach (var film in films) objects += await package.CheckAsync(film);
        output.WriteLine($"{films.Length} packages whole in {objects} objects, {films.Sum(film => film.Frames)} frames in each rendition and manifest");
    }

    private async Task EachIsFoundOnceAsync(Film[] films)
    {
        using var viewer = await graph.People.ClientOfAsync(await graph.People.SomebodyAsync());
        foreach (var film in films)
            await Until.TrueAsync(async () => (await viewer.FindAsync(film.Name)).Count(title => title == film.Title) == 1, $"{film.Name} is found once", TimeSpan.FromSeconds(30));
    }
}
