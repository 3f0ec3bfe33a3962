using System.Diagnostics.Metrics;
using Streamix.Streaming.Edge.Access;
using Streamix.Streaming.Tests.Edge.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>What is measured is what happened: no request is lost, also when the log changes under load.</summary>
public sealed class AccessLogTests : IAsyncLifetime
{
    private readonly EdgeHost _host = new() { Settings = { ["Edge:LogBytes"] = "3000" } };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Metrics_OfManyRequests_CountEachOnceAcrossLogs()
    {
        using var measured = new Measured(_host.Get<IMeterFactory>());
        _host.Add(TokenTable.Segment, 1000);
        for (var i = 1; i <= 20; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync(TokenTable.Segment)));
            await Until.TrueAsync(() => measured.Count("streamix.edge.requests") == 50 * i, "they are counted");
        }

        await GetAsync("video/480p/none.m4s");
        await Until.TrueAsync(() => measured.Count("streamix.edge.requests") == 1001, "the refusal is counted");
        measured.Count("streamix.edge.first_byte.duration").ShouldBe(1001);
        measured.Sum("streamix.edge.sent").ShouldBeGreaterThan(1000 * 1000);
        measured.Sum("streamix.edge.filled").ShouldBe(1000);
        new FileInfo(Path.Combine(_host.Folder, "access.log")).Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task Log_OfTheEdge_TellsNothingOfTheViewer()
    {
        _host.Add(TokenTable.Segment, 1000);
        await GetAsync(TokenTable.Segment);
        string text = "";
        await Until.TrueAsync(async () => (text = await File.ReadAllTextAsync(Path.Combine(_host.Folder, "access.log"))).Length > 0, "it is logged");
        text.ShouldMatch(@"\A200 segment MISS \d+ \d+\.\d+\n\z");
    }

    [Fact]
    public void GrowingFile_WrittenInPieces_GivesWholeLines()
    {
        var path = Path.Combine(_host.Folder, "growing");
        using var writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        using var file = new GrowingFile(path);
        List<string> lines = [];
        foreach (var piece in (string[])["one\ntw", "o\n", "", "three\nfour\nfi", new('x', 100_000), "\nsix\n"])
        {
            writer.Write(piece);
            file.Read(line => lines.Add(System.Text.Encoding.ASCII.GetString(line)));
        }

        lines.Where(line => !line.Contains('x', StringComparison.Ordinal) || line == "six").ShouldBe(["one", "two", "three", "four", "six"]);
        file.Bytes.ShouldBe(new FileInfo(path).Length);
    }

    private async Task GetAsync(string file)
    {
        using var response = await _host.GetAsync(file);
    }
}
