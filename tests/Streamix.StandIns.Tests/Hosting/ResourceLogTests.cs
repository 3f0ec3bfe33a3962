using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class ResourceLogTests
{
    private readonly ResourceLoggerService logs = new();

    [Fact]
    public async Task Watcher_Gets_the_backlog_then_new_lines_until_the_end()
    {
        logs.Append("api", "first", isError: false);
        var contents = new List<string>();
        await foreach (var batch in logs.WatchAsync("api"))
        {
            contents.AddRange(batch.Select(l => $"{l.LineNumber} {l.Content}{(l.IsErrorMessage ? "!" : "")}"));
            if (contents.Count == 1)
                logs.Append("api", "second", isError: true);
            else
                logs.Complete("api");
        }

        contents.ShouldBe(["1 first", "2 second!"]);
    }

    [Fact]
    public async Task Logger_Writes_a_line_with_time()
    {
        logs.GetLogger("api").LogInformation("Started {Name}", "api");

        (await LinesAsync()).ShouldHaveSingleItem().Content.ShouldMatch(@"^\d{4}-\d\d-\d\dT[\d:.]+Z Started api$");
    }

    [Fact]
    public async Task Backlog_Can_be_cleared()
    {
        logs.Append("api", "first", isError: false);
        logs.ClearBacklog("api");

        (await LinesAsync()).ShouldBeEmpty();
    }

    private async Task<List<LogLine>> LinesAsync()
    {
        var lines = new List<LogLine>();
        await foreach (var batch in logs.GetAllAsync("api"))
            lines.AddRange(batch);
        return lines;
    }
}
