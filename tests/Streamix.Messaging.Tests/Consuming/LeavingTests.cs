using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.Testing;

namespace Streamix.Messaging.Tests.Consuming;

public sealed class LeavingTests
{
    [Fact]
    public async Task Session_that_breaks_while_the_host_stops_Is_no_fault()
    {
        var settings = new KitSettings("none", "Host=127.0.0.1;Port=1", "Host=127.0.0.1;Port=1");
        await using var node = await KitNode.StartAsync(
            Role.Consume, settings, configure: builder => builder.Services.AddSingleton<IEventBus, BreakingBus>());
        await Until.TrueAsync(() => node.Log.All.Any(l => l.Contains("listens to", StringComparison.Ordinal)), "it listens");

        await node.StopAsync();

        node.Log.All.ShouldNotContain(l => l.Contains("BackgroundService failed", StringComparison.Ordinal));
    }

    private sealed class BreakingBus : IEventBus
    {
        public string System => "breaking";

        public Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken) =>
            Task.FromResult<IBusSession>(new BreakingSession());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class BreakingSession : IBusSession
    {
        private readonly TaskCompletionSource _lost = new();

        public Task Lost => _lost.Task;

        public Task StopReceivingAsync(CancellationToken cancellationToken) => throw new IOException("the connection is gone");

        public ValueTask DisposeAsync() => throw new IOException("the connection is gone");
    }
}
