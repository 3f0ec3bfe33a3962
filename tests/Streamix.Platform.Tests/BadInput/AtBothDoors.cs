using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>Sends the same bytes through the gateway and to the service itself, then asks whether anything is different from before.</summary>
[Collection(nameof(Graph))]
public abstract class AtBothDoors(Graph graph)
{
    /// <summary>A problem with this status at both doors; nothing stored, the same processes, all healthy.</summary>
    private protected Task ProblemAsync(int status, Func<Door, byte[]> request) => ProblemAsync(_ => status, request);

    private protected Task ProblemAsync(Func<Door, int> status, Func<Door, byte[]> request) =>
        UnchangedAsync(async door => (await door.SendAsync(request(door))).ShouldBeProblem(status(door), door.Name));

    /// <summary>For what is not HTTP: the server refuses it before there is a request that could have a problem document.</summary>
    private protected Task RefusedAsync(int status, Func<Door, byte[]> request) => UnchangedAsync(async door =>
    {
        var answer = await door.SendAsync(request(door));
        answer.Status.ShouldBe(status, $"{door.Name}: {answer.Raw}");
    });

    /// <summary>The other side: what is right is stored, once at each door, so that a refusal means something.</summary>
    private protected async Task CreatedAsync(byte[] note)
    {
        var before = await Standing.OfAsync(graph);
        var doors = await Doors.OfAsync(graph);
        foreach (var door in doors) (await door.SendAsync(door.Post(note))).Status.ShouldBe(201, door.Name);
        (await Standing.OfAsync(graph)).ShouldBe(before with { Notes = before.Notes + doors.Count });
    }

    private protected async Task UnchangedAsync(Func<Door, Task> attack)
    {
        var before = await Standing.OfAsync(graph);
        await Task.WhenAll((await Doors.OfAsync(graph)).Select(attack));
        (await Standing.OfAsync(graph)).ShouldBe(before);
    }
}
