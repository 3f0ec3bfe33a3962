using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Proxy;

public sealed class CanaryTests : IAsyncLifetime
{
    private TestBackend _stable = null!;
    private TestBackend _canary = null!;

    public async Task InitializeAsync() => (_stable, _canary) = (await TestBackend.StartAsync(), await TestBackend.StartAsync());

    public async Task DisposeAsync()
    {
        await _stable.DisposeAsync();
        await _canary.DisposeAsync();
    }

    [Fact]
    public async Task Weights_WithAKnownDice_SplitExactly()
    {
        await using var gateway = await StartAsync(90, 10, sticky: false, new EvenRandom(100));
        await CallAsync(gateway, 200, _ => gateway.Client);
        _stable.Requests.Count.ShouldBe(180);
        _canary.Requests.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Sticky_SameUser_KeepsTheVersion()
    {
        await using var gateway = await StartAsync(50, 50, sticky: true);
        for (var user = 0; user < 10; user++)
        {
            var (before, client) = (_canary.Requests.Count, gateway.SignedIn());
            await CallAsync(gateway, 5, _ => client);
            (_canary.Requests.Count - before).ShouldBeOneOf(0, 5);
        }
    }

    [Fact]
    public async Task Sticky_ManyUsers_SplitNearTheWeights()
    {
        await using var gateway = await StartAsync(75, 25, sticky: true);
        await CallAsync(gateway, 400, _ => gateway.SignedIn());
        _canary.Requests.Count.ShouldBeInRange(60, 140);
    }

    [Fact]
    public async Task Weights_Raised_MoveUsersOnlyTowardsTheCanary()
    {
        await using var gateway = await StartAsync(80, 20, sticky: true);
        var users = Enumerable.Range(0, 60).Select(_ => gateway.SignedIn()).ToList();
        var before = await ChosenAsync(users);
        await gateway.WriteRoutesAsync(Routes(50, 50, sticky: true));
        var after = before;
        await Until.TrueAsync(async () => (after = await ChosenAsync(users)).Count > before.Count, "the weights are in force");
        before.Except(after).ShouldBeEmpty();
    }

    [Fact]
    public async Task Weight_Zero_SendsNobody()
    {
        await using var gateway = await StartAsync(100, 0, sticky: false);
        await CallAsync(gateway, 50, _ => gateway.Client);
        _canary.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Canary_Broken_ItsUsersFallBackToStable()
    {
        _canary.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await using var gateway = await StartAsync(1, 99, sticky: false);
        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/notes/1")).IsSuccessStatusCode && !_stable.Requests.IsEmpty, "stable answers");
    }

    private async Task<List<int>> ChosenAsync(List<HttpClient> users)
    {
        var chosen = new List<int>();
        for (var i = 0; i < users.Count; i++)
        {
            var before = _canary.Requests.Count;
            await users[i].GetAsync("/api/v1/notes/1");
            if (_canary.Requests.Count > before)
            {
                chosen.Add(i);
            }
        }

        return chosen;
    }

    private static async Task CallAsync(GatewayHost gateway, int times, Func<int, HttpClient> client)
    {
        gateway.ShouldNotBeNull();
        for (var i = 0; i < times; i++)
        {
            await client(i).GetAsync("/api/v1/notes/1");
        }
    }

    private Task<GatewayHost> StartAsync(int stable, int canary, bool sticky, Random? random = null) => GatewayHost.StartAsync(g =>
    {
        g.Serves("test-notes", _stable.Address).Serves("test-notes-next", _canary.Address).Routing(Routes(stable, canary, sticky));
        g.Services = random is null ? null : s => s.Replace(ServiceDescriptor.Singleton(random));
    });

    private static string Routes(int stable, int canary, bool sticky) => $$"""
        { "cluster": "test", "services": { "notes": {
          "sticky": {{(sticky ? "true" : "false")}}, "health": { "active": false }, "breaker": { "minimum": 5 },
          "versions": [ { "name": "stable", "weight": {{stable}} }, { "name": "canary", "resource": "test-notes-next", "weight": {{canary}} } ],
          "routes": [ { "access": "anonymous" } ] } } }
        """;

    /// <summary>Throws 0.00, 0.01, 0.02 … in turn.</summary>
    private sealed class EvenRandom(int steps) : Random
    {
        private int _turn;

        public override double NextDouble() => (Interlocked.Increment(ref _turn) - 1) % steps / (double)steps;
    }
}
