using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Outbox;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Outbox;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly RecordingBus _bus = new();
    private readonly List<KitNode> _nodes = [];
    private KitSettings _settings = null!;

    public async Task InitializeAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(database);
        _settings = new("recording", database, database) { More = new Dictionary<string, string> { ["Messaging:PollInterval"] = "00:10:00" } };
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task Committed_events_Are_relayed_in_order_and_removed()
    {
        var node = await StartAsync(Role.Relay);
        await node.StepAsync("a", 5);
        await Until.TrueAsync(() => _bus.Published.Count == 5, "all are sent");
        _bus.Bodies("a").ShouldBe(Enumerable.Range(1, 5).Select(n => $$"""{"number":{{n}}}"""));
        await Until.TrueAsync(async () => await RowsAsync() == 0, "the outbox is empty");
    }

    [Fact]
    public async Task Process_without_relay_Wakes_the_relay_of_another_by_notification()
    {
        var relay = await StartAsync(Role.Relay);
        await relay.StepAsync("first");
        await Until.TrueAsync(() => _bus.Published.Count == 1, "the relay runs");
        await (await StartAsync(Role.Publish)).StepAsync("a");
        await Until.TrueAsync(() => _bus.Published.Count == 2, "it is sent long before the poll", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Event_that_is_refused_Holds_back_its_subject_only()
    {
        var refused = 0;
        _bus.Answer = m => m.Subject == "sick" && refused++ < 3 ? throw new BusUnavailableException("no") : PublishOutcome.Confirmed;
        var node = await StartAsync(Role.Relay);
        await node.StepAsync("sick", 3);
        await node.StepAsync("well", 3);
        await Until.TrueAsync(() => _bus.Published.Count == 6, "all are sent");
        _bus.Bodies("sick").ShouldBe(["""{"number":1}""", """{"number":2}""", """{"number":3}"""]);
        _bus.Bodies("well").Count().ShouldBe(3);
    }

    [Fact]
    public async Task Two_relays_at_once_Send_each_subject_in_order()
    {
        var (first, second) = (await StartAsync(Role.Relay), await StartAsync(Role.Relay));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? first : second).StepAsync($"s{i % 7}", 3)));
        await Until.TrueAsync(async () => await RowsAsync() == 0, "the outbox is empty");
        foreach (var subject in Enumerable.Range(0, 7).Select(i => $"s{i}"))
        {
            var numbers = _bus.Bodies(subject).Distinct().ToList();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(n => $$"""{"number":{{n}}}"""));
        }
    }

    [Fact]
    public async Task Event_of_a_subject_another_relay_is_sending_Is_sent_as_soon_as_that_has_ended()
    {
        using var held = new ManualResetEventSlim();
        var (isAsked, elsewhere) = (false, Enumerable.Range(0, 100).Select(i => $"s{i}").First(s => PartitionOf(s) != PartitionOf("a")));
        _bus.Answer = message =>
        {
            if (message.Subject == "a" && !isAsked)
            {
                isAsked = true;
                held.Wait(TimeSpan.FromSeconds(30));
            }
            return PublishOutcome.Confirmed;
        };
        await (await StartAsync(Role.Relay)).StepAsync("a");
        await Until.TrueAsync(() => isAsked, "the first relay is sending");
        var second = await StartAsync(Role.Relay);
        await second.StepAsync("a");
        await second.StepAsync(elsewhere);
        await Until.TrueAsync(() => _bus.Bodies(elsewhere).Any(), "the second relay has looked");
        held.Set();
        await Until.TrueAsync(() => _bus.Bodies("a").Count() == 2, "both are sent, long before the poll", TimeSpan.FromSeconds(10));

        static int PartitionOf(string subject) => SubjectPartition.Of(subject, OutboxMessage.Partitions);
    }

    [Fact]
    public async Task Event_nobody_listens_to_Waits_and_goes_in_order_to_its_first_listener()
    {
        var listens = false;
        _bus.Answer = _ => listens ? PublishOutcome.Confirmed : PublishOutcome.Unrouted;
        var node = await StartAsync(Role.Relay);
        await node.StepAsync("a", 3);
        await Until.TrueAsync(() => node.Log.All.Any(l => l.Contains("Nobody listens", StringComparison.Ordinal)), "it was offered");
        (await RowsAsync()).ShouldBe(3);
        listens = true;
        await Until.TrueAsync(() => _bus.Published.Count == 3, "all are sent");
        _bus.Bodies("a").First().ShouldBe("""{"number":1}""");
    }

    [Fact]
    public async Task Record_of_audit_nobody_listens_to_Stays_for_its_own_time()
    {
        _bus.Answer = _ => PublishOutcome.Unrouted;
        var first = await StartAsync(Role.Relay, Impatient());
        await StageAsync(first);
        await Until.TrueAsync(async () => await RowsAsync(StepTaken.Name) == 0, "the others are let go");
        (await RowsAsync("infra.audit.recorded")).ShouldBe(1);

        await first.StopAsync();
        await StartAsync(Role.Relay, Impatient(("Messaging:AuditRetention", "00:00:00.100")));
        await Until.TrueAsync(async () => await RowsAsync("infra.audit.recorded") == 0, "its time is over");
    }

    [Fact]
    public async Task Record_of_audit_a_broker_would_take_Stays_until_somebody_gathers_the_records()
    {
        _bus.Answer = _ => PublishOutcome.Confirmed;
        var first = await StartAsync(Role.Relay);
        await StageAsync(first);
        await Until.TrueAsync(async () => await RowsAsync(StepTaken.Name) == 0, "the others are sent");
        (await RowsAsync("infra.audit.recorded")).ShouldBe(1);

        await first.StopAsync();
        await StartAsync(Role.Relay, Impatient(("Messaging:AuditIsGathered", "true")));
        await Until.TrueAsync(async () => await RowsAsync("infra.audit.recorded") == 0, "it is sent");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task Subject_that_cannot_be_stored_Is_refused(string subject)
    {
        var node = await StartAsync(Role.Publish);
        await node.InScopeAsync(services =>
        {
            var events = services.GetRequiredService<IEventPublisher>();
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1), subject));
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1), new string('x', 201)));
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1, new string('x', 300_000)), "a"));
            return Task.CompletedTask;
        });
    }

    private static Task StageAsync(KitNode node) => node.InScopeAsync(async services =>
    {
        var events = services.GetRequiredService<IEventPublisher>();
        events.Publish(new StepTaken(1), "a");
        events.Publish(new AuditRecorded(Guid.NewGuid(), "kit", "account.role-granted", "account:1", "account:2", [], null, "admin", ["roles"], DateTimeOffset.UtcNow, null), "a");
        await services.GetRequiredService<KitDb>().SaveChangesAsync();
    });

    private KitSettings Impatient(params (string, string)[] more)
    {
        var settings = new Dictionary<string, string>(_settings.More) { ["Messaging:UnroutedProbe"] = "00:00:00.050", ["Messaging:UnroutedRetention"] = "00:00:00.200" };
        foreach (var (key, value) in more)
            settings[key] = value;
        return _settings with { More = settings };
    }

    private async Task<int> RowsAsync(string type = "%")
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_settings.PublisherDb);
        await using var count = source.CreateCommand("SELECT count(*)::int FROM outbox WHERE type LIKE $1");
        count.Parameters.AddWithValue(type);
        return (int)(await count.ExecuteScalarAsync())!;
    }

    private async Task<KitNode> StartAsync(Role role, KitSettings? settings = null)
    {
        var node = await KitNode.StartAsync(role, settings ?? _settings, configure: builder => builder.Services.AddSingleton<IEventBus>(_bus));
        _nodes.Add(node);
        return node;
    }
}
