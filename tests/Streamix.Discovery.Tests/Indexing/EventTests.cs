using System.Text.Json;
using Streamix.Discovery.Tests.Engines;
using Streamix.Media.Contracts.Titles;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Discovery.Tests.Indexing;

/// <summary>The catalog's events through a real broker.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private readonly TitleDocument _title = Library.Named("The Matrix") with { Revision = 3 };
    private IndexerHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new() { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await _host.InitializeAsync();
        await _host.PreparedAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Published_ThenWithdrawn_IsFoundAndGone()
    {
        _host.Catalog.Put(_title);
        await _host.PublishAsync(new TitlePublished(_title.TitleId, _title.Kind, null, null, 3, DateTimeOffset.UtcNow));
        await Until.TrueAsync(async () => (await _host.TitlesAsync("matrix")).Length == 1, "it is found");

        _host.Catalog.Put(_title with { Revision = 4, Published = false });
        await _host.PublishAsync(new TitleWithdrawn(_title.TitleId, 4, "rights", DateTimeOffset.UtcNow));
        await Until.TrueAsync(async () => (await _host.TitlesAsync("matrix")).Length == 0, "it is gone");
    }

    [Fact]
    public async Task Changed_RemovedForGood_IsGone()
    {
        _host.Catalog.Put(_title);
        await _host.PublishAsync(new TitleChanged(_title.TitleId, 3, DateTimeOffset.UtcNow));
        await Until.TrueAsync(async () => (await _host.TitlesAsync("matrix")).Length == 1, "it is found");
        _host.Catalog.Titles.Clear();
        await _host.PublishAsync(new TitleChanged(_title.TitleId, 5, DateTimeOffset.UtcNow));
        await Until.TrueAsync(async () => (await _host.TitlesAsync("matrix")).Length == 0, "it is gone");
    }

    [Fact]
    public async Task Changed_CatalogDownForAWhile_IsFoundAfterwards()
    {
        _host.Catalog.Put(_title);
        _host.Catalog.IsDown = true;
        await _host.PublishAsync(new TitleChanged(_title.TitleId, 3, DateTimeOffset.UtcNow));
        await Until.TrueAsync(async () => (await _host.CreateClient().GetAsync("/health")).IsSuccessStatusCode, "the indexer stays up");
        _host.Catalog.IsDown = false;
        await Until.TrueAsync(async () => (await _host.TitlesAsync("matrix")).Length == 1, "it is found", TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Changed_Handled_IsMeasured()
    {
        _host.Catalog.Put(_title);
        await _host.PublishAsync(new TitleChanged(_title.TitleId, 3, DateTimeOffset.UtcNow.AddSeconds(-2)));
        JsonElement times = default;
        await Until.TrueAsync(async () =>
        {
            times = (await _host.Admin.GetFromJsonAsync<JsonElement>("/indexing")).GetProperty("eventToSearchable");
            return times.GetProperty("count").GetInt32() == 1;
        }, "the change is measured");
        times.GetProperty("p99Seconds").GetDouble().ShouldBeInRange(2, 600);
        times.GetProperty("slowest")[0].GetProperty("titleId").GetGuid().ShouldBe(_title.TitleId);
        (await _host.CreateClient().GetStringAsync("/metrics")).ShouldContain("streamix_indexing_event_to_searchable");
    }

    [Fact]
    public async Task Title_IndexedByHand_IsFound()
    {
        _host.Catalog.Put(_title);
        (await _host.Admin.PostAsync($"/indexing/titles/{_title.TitleId}", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _host.TitlesAsync("matrix")).ShouldBe(["The Matrix"]);
    }
}
