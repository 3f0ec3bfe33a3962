using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.ServiceDefaults.Tests.Notes;

/// <summary>The whole way: note, outbox, broker, inbox, tally.</summary>
public sealed class CountingTests
{
    [Fact]
    public async Task Notes_WrittenAndRepeated_AreEachCountedOnce()
    {
        await using var notes = new NotesHost { Bus = await (await RabbitServer.SharedAsync()).CreateVhostAsync() };
        await notes.InitializeAsync();
        var client = notes.User();
        for (var i = 0; i < 20; i++)
        {
            await NotesHost.JsonAsync(await NotesHost.WriteAsync(client, $"Note {i}", $"key-{i}"));
            await NotesHost.JsonAsync(await NotesHost.WriteAsync(client, $"Note {i}", $"key-{i}"));
        }

        await Until.TrueAsync(async () => await CountAsync(client) == 20, "twenty notes counted");
        (await CountAsync(client)).ShouldBe(20);
    }

    private static async Task<int> CountAsync(HttpClient client) =>
        (await NotesHost.JsonAsync(await client.GetAsync("/notes/count"))).GetProperty("notes").GetInt32();
}
