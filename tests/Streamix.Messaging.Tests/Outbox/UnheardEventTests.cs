using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.Testing;

namespace Streamix.Messaging.Tests.Outbox;

/// <summary>What the outbox does with events that nobody listens to, and with records of audit, which it keeps itself until somebody gathers them.</summary>
public sealed class UnheardEventTests : IAsyncLifetime
{
    private readonly OutboxStage _stage = new();

    public Task InitializeAsync() => _stage.InitializeAsync();

    public Task DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Event_nobody_listens_to_Waits_and_goes_in_order_to_its_first_listener()
    {
        var listens = false;
        _stage.Bus.Answer = _ => listens ? PublishOutcome.Confirmed : PublishOutcome.Unrouted;
        var node = await _stage.StartAsync(Role.Relay);
        await node.StepAsync("a", 3);
        await Until.TrueAsync(() => node.Log.All.Any(l => l.Contains("Nobody listens", StringComparison.Ordinal)), "it was offered");
        (await _stage.RowsAsync()).ShouldBe(3);
        listens = true;
        await Until.TrueAsync(() => _stage.Bus.Published.Count == 3, "all are sent");
        _stage.Bus.Bodies("a").First().ShouldBe("""{"number":1}""");
    }

    [Fact]
    public async Task Record_of_audit_nobody_listens_to_Stays_for_its_own_time()
    {
        _stage.Bus.Answer = _ => PublishOutcome.Unrouted;
        var first = await _stage.StartAsync(Role.Relay, _stage.Impatient());
        await StepAndRecordAsync(first);
        await Until.TrueAsync(async () => await _stage.RowsAsync(StepTaken.Name) == 0, "the others are let go");
        (await _stage.RowsAsync("infra.audit.recorded")).ShouldBe(1);

        await first.StopAsync();
        await _stage.StartAsync(Role.Relay, _stage.Impatient(("Messaging:AuditRetention", "00:00:00.100")));
        await Until.TrueAsync(async () => await _stage.RowsAsync("infra.audit.recorded") == 0, "its time is over");
    }

    [Fact]
    public async Task Record_of_audit_a_broker_would_take_Stays_until_somebody_gathers_the_records()
    {
        _stage.Bus.Answer = _ => PublishOutcome.Confirmed;
        var first = await _stage.StartAsync(Role.Relay);
        await StepAndRecordAsync(first);
        await Until.TrueAsync(async () => await _stage.RowsAsync(StepTaken.Name) == 0, "the others are sent");
        (await _stage.RowsAsync("infra.audit.recorded")).ShouldBe(1);

        await first.StopAsync();
        await _stage.StartAsync(Role.Relay, _stage.Impatient(("Messaging:AuditIsGathered", "true")));
        await Until.TrueAsync(async () => await _stage.RowsAsync("infra.audit.recorded") == 0, "it is sent");
    }

    private static Task StepAndRecordAsync(KitNode node) => node.InScopeAsync(async services =>
    {
        var events = services.GetRequiredService<IEventPublisher>();
        events.Publish(new StepTaken(1), "a");
        events.Publish(new AuditRecorded(Guid.NewGuid(), "kit", "account.role-granted", "account:1", "account:2", [], null, "admin", ["roles"], DateTimeOffset.UtcNow, null), "a");
        await services.GetRequiredService<KitDb>().SaveChangesAsync();
    });
}
