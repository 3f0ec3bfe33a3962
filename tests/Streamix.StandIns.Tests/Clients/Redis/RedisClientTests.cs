using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;
using Shouldly;
using StackExchange.Redis;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Redis;

public sealed class RedisClientTests
{
    private const string Section = "Aspire:StackExchange:Redis";

    [Fact]
    public async Task Client_OnARealServer_AnswersAndIsHealthy()
    {
        var builder = Hosts.Builder(("ConnectionStrings:cache", (await RedisServer.SharedAsync()).ConnectionString));
        builder.AddRedisClient("cache");
        using var host = builder.Build();

        var key = RedisServer.CreatePrefix();
        await host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringSetAsync(key, 1);

        (await host.CheckHealthAsync()).Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            check => check.Key.ShouldBe("StackExchange.Redis"), check => check.Value.Status.ShouldBe(HealthStatus.Healthy));
    }

    [Fact]
    public async Task Health_ServerIsAway_IsUnhealthyAndNothingThrows()
    {
        var builder = Hosts.Builder(("ConnectionStrings:cache", "127.0.0.1:1,connectTimeout=200,connectRetry=1"));
        builder.AddRedisClient("cache");
        using var host = builder.Build();

        (await host.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
        host.Services.GetRequiredService<IConnectionMultiplexer>().IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task KeyedClients_SeveralConnections_AreTheirOwn()
    {
        var server = (await RedisServer.SharedAsync()).ConnectionString;
        var builder = Hosts.Builder(
            ("ConnectionStrings:one", server), ("ConnectionStrings:two", server), ($"{Section}:two:ConfigurationOptions:ClientName", "second"), ($"{Section}:one:DisableHealthChecks", "true"));
        builder.AddKeyedRedisClient("one", configureOptions: options => options.ClientName = "first");
        builder.AddKeyedRedisClient("two");
        using var host = builder.Build();

        host.Services.GetRequiredKeyedService<IConnectionMultiplexer>("one").ClientName.ShouldBe("first");
        host.Services.GetRequiredKeyedService<IConnectionMultiplexer>("two").ClientName.ShouldBe("second");
        (await host.CheckHealthAsync()).Entries.Keys.ShouldBe(["StackExchange.Redis_two"]);
    }

    [Fact]
    public void Client_NoConnectionString_FailsOnFirstUseOnly()
    {
        var builder = Hosts.Builder();
        builder.AddRedisClient("cache");
        using var host = builder.Build();

        Should.Throw<InvalidOperationException>(host.Services.GetRequiredService<IConnectionMultiplexer>).Message.ShouldContain("ConnectionStrings:cache");
    }

    [Fact]
    public async Task Command_InsideAnActivity_BecomesItsChild()
    {
        var builder = Hosts.Builder(("ConnectionStrings:cache", (await RedisServer.SharedAsync()).ConnectionString));
        builder.AddRedisClient("cache");
        var ended = new List<Activity>();
        using var source = new ActivitySource("redis-test");
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(source.Name).AddProcessor(new Collector(ended)));
        using var host = builder.Build();
        await host.StartAsync();

        using (var asking = source.StartActivity("asking").ShouldNotBeNull())
            await host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringGetAsync(RedisServer.CreatePrefix());

        await Until.TrueAsync(() => { lock (ended) return ended.Exists(a => a.OperationName == "GET"); }, "the command's span was made");
        var (parent, command) = (ended.Single(a => a.OperationName == "asking"), ended.Single(a => a.OperationName == "GET"));
        command.ParentSpanId.ShouldBe(parent.SpanId);
        command.GetTagItem("db.system").ShouldBe("redis");
    }

    private sealed class Collector(List<Activity> ended) : OpenTelemetry.BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            lock (ended) ended.Add(data);
        }
    }
}
