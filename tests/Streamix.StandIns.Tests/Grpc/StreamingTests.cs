using Grpc.Core;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Grpc;

public sealed class StreamingTests : IAsyncLifetime
{
    private EchoHost _host = null!;

    public async Task InitializeAsync() => _host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Count_Thousand_ArriveInOrder()
    {
        using var call = _host.Client().Count(new Line { Number = 1000 });

        var numbers = await call.ResponseStream.ReadAllAsync().Select(line => line.Number).ToListAsync();

        numbers.ShouldBe(Enumerable.Range(0, 1000));
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Count_FailsHalfWay_GivesWhatCameAndThenTheError()
    {
        using var call = _host.Client().Count(new Line { Number = 3, Text = "then fail" });
        List<int> numbers = [];

        var error = await Should.ThrowAsync<RpcException>(async () =>
        {
            await foreach (var line in call.ResponseStream.ReadAllAsync())
                numbers.Add(line.Number);
        });

        numbers.ShouldBe([0, 1, 2]);
        (error.StatusCode, error.Trailers.GetValue("sent")).ShouldBe((StatusCode.DataLoss, "3"));
    }

    [Fact]
    public async Task Count_ClientDisposes_CancelsTheServer()
    {
        var call = _host.Client().Count(new Line { Number = 1, Text = "then wait" });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        await Until.TrueAsync(() => _host.Journal.Entries.Contains("waiting"), "the server waits");

        call.Dispose();

        await Until.TrueAsync(() => _host.Journal.Entries.Contains("cancelled"), "the server saw the cancellation");
    }

    [Fact]
    public async Task Join_ManyLines_AreOneAnswer()
    {
        using var call = _host.Client().Join();
        foreach (var word in new[] { "all", "of", "these" })
            await call.RequestStream.WriteAsync(new Line { Text = word, Number = 2 });
        await call.RequestStream.CompleteAsync();

        var answer = await call;

        (answer.Text, answer.Number).ShouldBe(("all of these", 6));
    }

    [Fact]
    public async Task Join_NoLine_IsAnsweredToo()
    {
        using var call = _host.Client().Join();
        await call.RequestStream.CompleteAsync();

        (await call.ResponseAsync).Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Chat_TurnByTurn_AnswersEachBeforeTheNext()
    {
        using var call = _host.Client().Chat();
        for (var i = 0; i < 100; i++)
        {
            await call.RequestStream.WriteAsync(new Line { Text = $"{i}", Number = i });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.ShouldBe(new Line { Text = $"{i}!", Number = i });
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Chat_Deadline_EndsTheStream()
    {
        using var call = _host.Client().Chat(deadline: DateTime.UtcNow.AddMilliseconds(300));

        var error = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }
}
