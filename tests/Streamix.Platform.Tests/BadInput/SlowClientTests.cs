using System.Net.Sockets;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>Clients that hold a connection and hardly say anything.</summary>
public sealed class SlowClientTests(Graph graph) : AtBothDoors(graph)
{
    private const int Many = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    [Fact]
    public Task Headers_OneByteAtATime_Is408AndOthersAreServed() => UnchangedAsync(async door =>
    {
        var slow = Enumerable.Range(0, Many).Select(_ => Wire.SendAsync(door.Address, (stream, ct) => DripAsync(stream, door.Get(door.Notes)[..^4], ct))).ToArray();

        await OthersAreServedAsync(door, slow);

        (await Task.WhenAll(slow)).ShouldAllBe(answer => answer.Status == 408);
    });

    [Fact]
    public Task Body_OneByteAtATime_Is408AndOthersAreServed() => UnchangedAsync(async door =>
    {
        var slow = Enumerable.Range(0, Many).Select(_ => Wire.SendAsync(door.Address, async (stream, ct) =>
        {
            await stream.WriteAsync(door.PostHead("Content-Length: 10000"), ct);
            await DripAsync(stream, [.. "{\"title\":\"a\",\"text\":\""u8, .. Enumerable.Repeat((byte)'b', 1000)], ct);
        })).ToArray();

        await OthersAreServedAsync(door, slow);

        foreach (var answer in await Task.WhenAll(slow)) answer.ShouldBeProblem(408, door.Name);
    });

    [Fact]
    public Task Clients_ThatGoAwayInTheMiddle_LeaveNothing() => UnchangedAsync(door => Task.WhenAll(Enumerable.Range(0, Many).Select(async i =>
    {
        using var client = new TcpClient();
        await client.ConnectAsync(door.Address.Host, door.Address.Port);
        byte[] request = [.. door.PostHead("Content-Length: 24"), .. "{\"title\":\"a\""u8];
        await client.GetStream().WriteAsync(request.AsMemory(0, request.Length * (i + 1) / Many));
        client.LingerState = new LingerOption(enable: i % 2 == 0, seconds: 0);
    })));

    private static async Task OthersAreServedAsync(Door door, Task[] slow)
    {
        for (var i = 0; i < 5; i++)
            (await door.SendAsync(door.Get(door.Notes))).Status.ShouldBe(200, door.Name);
        slow.ShouldContain(task => !task.IsCompleted, "the slow ones were there all the time");
    }

    private static async Task DripAsync(NetworkStream stream, byte[] bytes, CancellationToken ct)
    {
        foreach (var one in bytes)
        {
            await stream.WriteAsync(new[] { one }, ct);
            await Task.Delay(Pause, ct);
        }
    }
}
