using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Npgsql;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

/// <summary>Keys, secrets and tokens are looked for wherever they must not be.</summary>
public sealed class SecrecyTests : IAsyncLifetime
{
    private readonly DrmHost _host = new();
    private readonly ConcurrentQueue<string> _traces = new();
    private ActivityListener _listener = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traces.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))} "
                + $"{string.Join(' ', activity.Events.SelectMany(e => e.Tags).Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', activity.Baggage.Select(b => b.Value))}"),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Keys_AfterEverythingWasDoneWithThem_StandNowhereInClear()
    {
        var scene = await Scene.SetAsync(_host);
        var token = await scene.AuthoriseAsync(p => p.Offline = true);
        foreach (var type in (string[])["temporary", "persistent-license"])
        {
            using var licence = await scene.LicenseAsync(token, type, [.. Scene.AllTiers.Select(scene.Kid)]);
            await licence.ShouldBeAsync(200);
        }

        using var client = _host.CreateClient();
        client.DefaultRequestHeaders.Add("Playback-Token", token);
        (await client.GetAsync($"/drm/keys/{Convert.ToHexStringLower(scene.Key("sd").KeyId.Span)}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await scene.LicenseAsync(token + "x", scene.Kid("sd")).ShouldBeRefusedAsync(401, "bad-token");

        var said = $"{_host.Logs}\n{string.Join('\n', _traces)}";
        said.Length.ShouldBeGreaterThan(10_000);
        said.ShouldContain(scene.Asset.ToString());
        foreach (var text in scene.Provided.Keys.SelectMany(k => Forms(k.Key.ToByteArray())).Append(token).Append(DrmHost.FirstSecret))
            said.ShouldNotContain(text, Case.Insensitive);
        foreach (var key in scene.Provided.Keys)
            (await FindAsync([key.Key.ToByteArray(), .. Forms(key.Key.ToByteArray()).Select(Encoding.UTF8.GetBytes)])).ShouldBeEmpty();
        (await FindAsync([Encoding.UTF8.GetBytes(token)])).ShouldBeEmpty();
        (await FindAsync([scene.Key("sd").Iv.ToByteArray()])).ShouldBe(["content_keys.iv"]);
    }

    private static IEnumerable<string> Forms(byte[] key) =>
        [Convert.ToHexString(key), Convert.ToBase64String(key), Convert.ToBase64String(key).TrimEnd('=').Replace('+', '-').Replace('/', '_'), new Guid(key).ToString(), new Guid(key, bigEndian: true).ToString()];

    /// <summary>The columns of the whole database that hold one of these, as bytes or as text.</summary>
    private async Task<List<string>> FindAsync(byte[][] values)
    {
        await using var source = NpgsqlDataSource.Create(_host.Database);
        List<(string Table, string Column, string Type)> columns = [];
        await using (var list = source.CreateCommand("SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));

        columns.Count.ShouldBeGreaterThan(40);
        List<string> found = [];
        foreach (var (table, column, type) in columns)
            foreach (var value in values)
            {
                var bytes = type == "bytea" ? $"\"{column}\"" : $"convert_to(\"{column}\"::text, 'UTF8')";
                await using var find = source.CreateCommand($"SELECT count(*) FROM \"{table}\" WHERE position($1::bytea in {bytes}) > 0");
                find.Parameters.AddWithValue(value);
                if (await find.ExecuteScalarAsync() is > 0L)
                    found.Add($"{table}.{column}");
            }

        return found;
    }
}
