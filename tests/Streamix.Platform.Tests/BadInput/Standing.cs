using System.Net;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>What bad input must not change: which processes run, that each is healthy, how many notes there are.</summary>
internal sealed record Standing(string Processes, long Notes)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public static async Task<Standing> OfAsync(Graph graph)
    {
        var processes = await Task.WhenAll([.. (await graph.ProcessesAsync("infra-gateway")).Concat(await graph.ProcessesAsync("sample-notes")).Select(DescribeAsync)]);
        return new(string.Join(", ", processes), await NotesAsync(graph));
    }

    private static async Task<string> DescribeAsync(GraphProcess process)
    {
        using var answer = await Http.GetAsync(new Uri(process.Address, "/health"));
        return $"{process.Resource} {process.Id} {(answer.StatusCode == HttpStatusCode.OK ? "healthy" : answer.StatusCode)}";
    }

    private static async Task<long> NotesAsync(Graph graph)
    {
        await using var database = NpgsqlDataSource.Create($"{await graph.Application.GetConnectionStringAsync("sample-notes-db")};Pooling=false");
        await using var count = database.CreateCommand("SELECT count(*) FROM notes");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
