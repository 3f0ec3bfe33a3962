using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Rabbit;

public sealed class RabbitMQClientTests
{
    private const string Section = "Aspire:RabbitMQ:Client";

    [Fact]
    public async Task Connection_OnARealBroker_CarriesAMessageAndIsHealthy()
    {
        var builder = Hosts.Builder(("ConnectionStrings:bus", await (await RabbitServer.SharedAsync()).CreateVhostAsync()));
        builder.AddRabbitMQClient("bus");
        using var host = builder.Build();
        await using var channel = await host.Services.GetRequiredService<IConnection>().CreateChannelAsync();
        await channel.QueueDeclareAsync("q");

        await channel.BasicPublishAsync("", "q", "hello"u8.ToArray());

        (await channel.BasicGetAsync("q", autoAck: true)).ShouldNotBeNull().Body.ToArray().ShouldBe("hello"u8.ToArray());
        (await host.CheckHealthAsync()).Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            check => check.Key.ShouldBe("RabbitMQ.Client"), check => check.Value.Status.ShouldBe(HealthStatus.Healthy));
    }

    [Fact]
    public void Connection_BrokerIsAway_FailsAfterTheRetries()
    {
        var builder = Hosts.Builder(("ConnectionStrings:bus", "amqp://127.0.0.1:1"), ($"{Section}:MaxConnectRetryCount", "0"));
        builder.AddRabbitMQClient("bus");
        using var host = builder.Build();

        Should.Throw<BrokerUnreachableException>(host.Services.GetRequiredService<IConnection>);
    }

    [Fact]
    public async Task KeyedClient_FactoryAndHealthCheck_BearItsName()
    {
        var builder = Hosts.Builder(("ConnectionStrings:bus", "amqp://user:pw@127.0.0.1:1/v"), ($"{Section}:bus:ConnectionFactory:ClientProvidedName", "streamix"), ($"{Section}:MaxConnectRetryCount", "0"));
        builder.AddKeyedRabbitMQClient("bus", configureConnectionFactory: factory => factory.RequestedHeartbeat = TimeSpan.FromSeconds(9));
        using var host = builder.Build();

        var made = host.Services.GetRequiredKeyedService<IConnectionFactory>("bus").ShouldBeOfType<ConnectionFactory>();

        (made.UserName, made.VirtualHost, made.ClientProvidedName, made.RequestedHeartbeat).ShouldBe(("user", "v", "streamix", TimeSpan.FromSeconds(9)));
        (await host.CheckHealthAsync()).Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            check => check.Key.ShouldBe("RabbitMQ.Client_bus"), check => check.Value.Status.ShouldBe(HealthStatus.Unhealthy));
    }
}
