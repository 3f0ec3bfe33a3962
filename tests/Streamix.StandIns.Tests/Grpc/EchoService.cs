using System.Collections.Concurrent;
using Grpc.Core;

namespace Streamix.StandIns.Tests.Grpc;

internal sealed class EchoService(Journal journal) : Echo.EchoBase
{
    public override async Task<Line> Say(Line request, ServerCallContext context)
    {
        switch (request.Text)
        {
            case "fail":
                throw new RpcException(new Status(StatusCode.NotFound, "no such line"), new Metadata { { "reason", "absent" }, { "proof-bin", [1, 2, 3] } });
            case "crash":
                throw new InvalidOperationException("secret of the server");
            case "wait":
                await journal.UntilCancelled(context.CancellationToken);
                break;
            case "headers":
                await context.WriteResponseHeadersAsync(new Metadata { { "x-echo", context.RequestHeaders.GetValue("x-ask") ?? "" } });
                context.ResponseTrailers.Add("x-bytes-bin", context.RequestHeaders.GetValueBytes("x-ask-bin") ?? []);
                break;
            case "deadline":
                return new Line { Text = context.Deadline.ToString("O") };
            case "status":
                context.Status = new Status(StatusCode.FailedPrecondition, "set, not thrown");
                break;
        }

        return new Line { Text = $"{request.Text}!", Number = request.Number + 1 };
    }

    public override async Task Count(Line request, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Number; i++)
            await responseStream.WriteAsync(new Line { Number = i }, context.CancellationToken);
        if (request.Text == "then wait")
            await journal.UntilCancelled(context.CancellationToken);
        if (request.Text == "then fail")
            throw new RpcException(new Status(StatusCode.DataLoss, "half way"), new Metadata { { "sent", $"{request.Number}" } });
    }

    public override async Task<Line> Join(IAsyncStreamReader<Line> requestStream, ServerCallContext context)
    {
        var (texts, sum) = (new List<string>(), 0);
        await foreach (var line in requestStream.ReadAllAsync(context.CancellationToken))
        {
            texts.Add(line.Text);
            sum += line.Number;
        }

        return new Line { Text = string.Join(' ', texts), Number = sum };
    }

    public override async Task Chat(IAsyncStreamReader<Line> requestStream, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        await foreach (var line in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new Line { Text = $"{line.Text}!", Number = line.Number });
    }
}

/// <summary>What happened on the server.</summary>
internal sealed class Journal
{
    public ConcurrentQueue<string> Entries { get; } = new();

    public async Task UntilCancelled(CancellationToken ct)
    {
        try
        {
            Entries.Enqueue("waiting");
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (OperationCanceledException)
        {
            Entries.Enqueue("cancelled");
            throw;
        }
    }
}
