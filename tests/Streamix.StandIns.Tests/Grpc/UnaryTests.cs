using Grpc.Core;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Grpc;

public sealed class UnaryTests : IAsyncLifetime
{
    private EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Say_Line_IsAnswered()
    {
        var answer = await _host.Client().SayAsync(new Line { Text = "hello ünïcode", Number = 41 });

        (answer.Text, answer.Number).ShouldBe(("hello ünïcode!", 42));
    }

    [Fact]
    public void Say_Blocking_IsAnswered() => _host.Client().Say(new Line { Text = "hello" }).Text.ShouldBe("hello!");

    [Fact]
    public async Task Say_Metadata_TravelsBothWays()
    {
        var call = _host.Client().SayAsync(new Line { Text = "headers" }, new Metadata { { "X-Ask", "text" }, { "x-ask-bin", [0, 255, 7] } });

        await call;

        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("text");
        call.GetTrailers().GetValueBytes("x-bytes-bin").ShouldBe([0, 255, 7]);
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
    }

    [Fact]
    public async Task Say_Fails_ErrorHasStatusAndTrailers()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await _host.Client().SayAsync(new Line { Text = "fail" }));

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.NotFound, "no such line"));
        error.Trailers.GetValue("reason").ShouldBe("absent");
        error.Trailers.GetValueBytes("proof-bin").ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Say_StatusSetWithoutException_IsAnError()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await _host.Client().SayAsync(new Line { Text = "status" }));

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.FailedPrecondition, "set, not thrown"));
    }

    [Fact]
    public async Task Say_ServerThrows_IsUnknownAndKeepsTheSecret()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await _host.Client().SayAsync(new Line { Text = "crash" }));

        error.StatusCode.ShouldBe(StatusCode.Unknown);
        $"{error.Message} {string.Join(' ', error.Trailers)}".ShouldNotContain("secret");
    }

    [Fact]
    public async Task Say_DeadlinePasses_EndsOnBothSides()
    {
        var error = await Should.ThrowAsync<RpcException>(async () =>
            await _host.Client().SayAsync(new Line { Text = "wait" }, deadline: DateTime.UtcNow.AddSeconds(3)));

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await Until.TrueAsync(() => _host.Journal.Entries.Contains("cancelled"), "the server saw the deadline");
    }

    [Fact]
    public async Task Say_Deadline_ReachesTheServer()
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);

        var seen = await _host.Client().SayAsync(new Line { Text = "deadline" }, deadline: deadline);

        DateTime.Parse(seen.Text).ToUniversalTime().ShouldBe(deadline, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Say_CallerCancels_EndsOnBothSides()
    {
        using var caller = new CancellationTokenSource();
        var call = _host.Client().SayAsync(new Line { Text = "wait" }, cancellationToken: caller.Token);
        await Until.TrueAsync(() => _host.Journal.Entries.Contains("waiting"), "the server waits");

        await caller.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await Until.TrueAsync(() => _host.Journal.Entries.Contains("cancelled"), "the server saw the cancellation");
    }

    [Fact]
    public async Task Say_UnknownMethod_IsUnimplemented()
    {
        await using var host = await EchoHost.StartAsync();
        var other = new Method<Line, Line>(MethodType.Unary, "streamix.standins.Echo", "Shout", Lines, Lines);
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(host.Address);

        var error = await Should.ThrowAsync<RpcException>(async () => await channel.CreateCallInvoker().AsyncUnaryCall(other, null, default, new Line()));

        error.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task Say_NobodyListens_IsUnavailable()
    {
        var client = _host.Client(address: new Uri("http://127.0.0.1:9"));

        (await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new Line()))).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Say_ThousandInParallel_AreAllAnswered()
    {
        var client = _host.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => client.SayAsync(new Line { Text = $"{i}", Number = i }).ResponseAsync));

        answers.Select(answer => answer.Number).ShouldBe(Enumerable.Range(1, 1000));
        answers.Select(answer => answer.Text).ShouldBe(Enumerable.Range(0, 1000).Select(i => $"{i}!"));
    }

    private static readonly Marshaller<Line> Lines = Marshallers.Create(line => global::Google.Protobuf.MessageExtensions.ToByteArray(line), Line.Parser.ParseFrom);
}
