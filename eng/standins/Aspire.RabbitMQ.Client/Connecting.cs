using System.Diagnostics;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Aspire.RabbitMQ.Client;

internal static class Connecting
{
    public const string SourceName = "Aspire.RabbitMQ.Client";
    private static readonly ActivitySource Source = new(SourceName);

    public static IConnection Open(IConnectionFactory factory, int retries)
    {
        var pipeline = new ResiliencePipelineBuilder();
        if (retries > 0)
            pipeline.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SocketException>().Handle<BrokerUnreachableException>(),
                BackoffType = DelayBackoffType.Exponential,
                MaxRetryAttempts = retries,
                Delay = TimeSpan.FromSeconds(1),
            });

        using var whole = Start("rabbitmq connect");
        return pipeline.Build().Execute(() => Attempt(factory));
    }

    private static IConnection Attempt(IConnectionFactory factory)
    {
        using var attempt = Start("rabbitmq connect attempt");
        attempt?.SetTag("messaging.operation", "connect");
        try
        {
            // A container's factory cannot be awaited; the pool's thread keeps a caller's context out of the wait.
            return Task.Run(() => factory.CreateConnectionAsync()).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            attempt?.AddException(e).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static Activity? Start(string name) => Source.StartActivity(name, ActivityKind.Client)?.SetTag("messaging.system", "rabbitmq");
}
