namespace Streamix.Platform.Tests.BadInput;

internal static class Doors
{
    /// <summary>Both, each with a caller of its own.</summary>
    public static async Task<IReadOnlyList<Door>> OfAsync(Graph graph) =>
    [
        new("gateway", (await graph.ProcessesAsync("infra-gateway")).First().Address, "/api/v1", graph.Token(Guid.CreateVersion7())),
        new("service", (await graph.ProcessesAsync("sample-notes")).First().Address, "", graph.Token(Guid.CreateVersion7())),
    ];
}
