using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

internal sealed class Activation(Func<IConnectionMultiplexer> open) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(open, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
