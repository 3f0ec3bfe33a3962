using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Platform.Tests;

[Collection(nameof(Graph))]
public sealed class FaultTests(Graph graph)
{
    [Theory]
    [InlineData("postgres")]
    [InlineData("bus")]
    [InlineData("cache")]
    public async Task Notes_WhileAnEngineIsKilled_NoneIsLostAndNoneIsCountedTwice(string engine)
    {
        using var client = graph.CreateClient(Guid.CreateVersion7());
        const int before = 5, during = 20;
        for (var i = 0; i < before; i++) await Notes.WriteAsync(client, $"Before {i}");

        var kill = graph.KillEngineAsync(engine);
        for (var i = 0; i < during; i++) await WriteSurelyAsync(client, $"During {i}");
        await kill;

        await Until.TrueAsync(async () => await Notes.CountAsync(client) == before + during, "every note is counted", TimeSpan.FromSeconds(90));
        await Until.TrueAsync(async () => await Notes.CountAsync(client) == before + during, "and stays so");
    }

    /// <summary>As a careful client does: the same key again until there is an answer.</summary>
    private static async Task WriteSurelyAsync(HttpClient client, string title)
    {
        var key = Guid.NewGuid().ToString("n");
        await Until.TrueAsync(async () => await Notes.WriteAsync(client, title, key) != Guid.Empty, title, TimeSpan.FromSeconds(60));
    }
}
